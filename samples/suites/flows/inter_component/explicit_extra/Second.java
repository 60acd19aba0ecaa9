package cn.privlens.suite.explicit_extra;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;

public class Second extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String text = getIntent().getStringExtra("id");
        SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null);
    }
}
