package cn.privlens.suite.handler_thread_post;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.os.Handler;
import android.os.HandlerThread;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        HandlerThread t = new HandlerThread("w");
        t.start();
        Handler h = new Handler(t.getLooper());
        Runnable r = new Runnable() {
            @Override
            public void run() { ((TelephonyManager) Main.this.getSystemService(Context.TELEPHONY_SERVICE)).getLine1Number(); }
        };
        h.postDelayed(r, 3000);
    }
}
