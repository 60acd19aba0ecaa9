package cn.privlens.suite.handler_posts_itself;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.os.Handler;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private final Handler handler = new Handler();
    private final Runnable loop = new Runnable() {
        @Override
        public void run() {
            ((TelephonyManager) Main.this.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId();
            handler.postDelayed(this, 5000);
        }
    };
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        handler.post(loop);
    }
}
