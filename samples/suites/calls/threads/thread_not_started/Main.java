package cn.privlens.suite.thread_not_started;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static class Job implements Runnable {
        private final Context c;
        Job(Context c) { this.c = c; }
        @Override
        public void run() { ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId(); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Thread t = new Thread(new Job(this));
        t.setName("x");
    }
}
