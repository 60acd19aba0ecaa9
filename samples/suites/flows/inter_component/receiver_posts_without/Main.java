package cn.privlens.suite.receiver_posts_without;

import android.app.Activity;
import android.content.Intent;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onStart() {
        super.onStart();
        Intent intent = new Intent(this, Inbox.class);
        intent.putExtra("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        intent.putExtra("time", System.currentTimeMillis());
        intent.removeExtra("id");
        sendBroadcast(intent);
    }
}
