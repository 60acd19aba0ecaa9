package cn.privlens.suite.intent_data_scheme;

import android.app.Activity;
import android.net.Uri;
import android.os.Bundle;
import android.telephony.SmsManager;

public class Viewer extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Uri data = getIntent().getData();
        SmsManager.getDefault().sendTextMessage("10690000", null, data == null ? "no" : "yes", null, null);
    }
}
