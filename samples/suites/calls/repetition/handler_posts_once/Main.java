package cn.privlens.suite.handler_posts_once;

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
            setTitle("once");
        }
    };
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        handler.post(loop);
    }
}
