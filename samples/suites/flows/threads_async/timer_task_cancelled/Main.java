package cn.privlens.suite.timer_task_cancelled;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.Timer;
import java.util.TimerTask;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        TimerTask task = new TimerTask() {
            @Override
            public void run() { Log.i("suite", "tick" + id.length()); }
        };
        new Timer().schedule(task, 100, 60000);
    }
}
