package cn.privlens.suite.layout_click_overridden;

import android.app.Activity;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.view.View;

public class BaseActivity extends Activity {
    protected String number() {
        return ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
    }

    public void send(View view) {
        SmsManager.getDefault().sendTextMessage("10690000", null, number(), null, null);
    }
}
