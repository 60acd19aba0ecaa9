package cn.privlens.suite.post_on_tap;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.os.Handler;
import android.os.HandlerThread;
import android.telephony.TelephonyManager;
import android.widget.Button;

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
        Button b = new Button(this);
        b.setOnClickListener(v -> h.post(r));
        setContentView(b);
    }
}
