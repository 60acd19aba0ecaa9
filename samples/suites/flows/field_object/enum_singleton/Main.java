package cn.privlens.suite.enum_singleton;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    enum Slot {
        DEVICE, USER;
        String value = "";
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Slot.DEVICE.value = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        Log.i("suite", Slot.DEVICE.value);
    }
}
