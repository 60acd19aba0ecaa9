package cn.privlens.suite.explicit_extra_other_key;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;

public class Second extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String text = getIntent().getStringExtra("名称");
        SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null);
    }
}
