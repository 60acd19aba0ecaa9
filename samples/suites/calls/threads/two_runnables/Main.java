package cn.privlens.suite.two_runnables;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.TelephonyManager;
import android.widget.Button;
import java.util.concurrent.Executors;

public class Main extends Activity {
    static class Early implements Runnable {
        private final Context c;
        Early(Context c) { this.c = c; }
        @Override
        public void run() { Settings.Secure.getString(c.getContentResolver(), Settings.Secure.ANDROID_ID); }
    }
    static class Late implements Runnable {
        private final Context c;
        Late(Context c) { this.c = c; }
        @Override
        public void run() { ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId(); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Runnable early = new Early(this);
        Runnable late = new Late(this);
        Executors.newCachedThreadPool().execute(early);
        Button b = new Button(this);
        b.setOnClickListener(v -> new Thread(late).start());
        setContentView(b);
    }
}
