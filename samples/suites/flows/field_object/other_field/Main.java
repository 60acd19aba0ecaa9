package cn.privlens.suite.other_field;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static class User {
        String name;
        String device;
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        User user = new User();
        user.name = "匿名";
        user.device = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        SmsManager.getDefault().sendTextMessage("10690000", null, user.name, null, null);
    }
}
