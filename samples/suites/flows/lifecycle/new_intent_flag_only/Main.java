package cn.privlens.suite.new_intent_flag_only;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private Intent last;
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        startActivity(new Intent(this, Main.class).putExtra("again", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()).addFlags(Intent.FLAG_ACTIVITY_SINGLE_TOP));
    }
    @Override
    protected void onNewIntent(Intent intent) {
        super.onNewIntent(intent);
        last = new Intent("again").putExtra("n", intent.getFlags());
    }
    @Override
    protected void onResume() {
        super.onResume();
        if (last != null) {
            SmsManager.getDefault().sendTextMessage("10690000", null, last.getStringExtra("again"), null, null);
        }
    }
}
