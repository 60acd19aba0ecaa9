package cn.privlens.suite.other_task_removed;

import android.app.Activity;
import android.os.Bundle;
import android.os.Handler;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        Handler handler = new Handler();
        Runnable report = new Runnable() {
            @Override
            public void run() {
                Log.i("report", "device " + id);
            }
        };
        Runnable greet = new Runnable() {
            @Override
            public void run() {
                setTitle("hello");
            }
        };
        handler.postDelayed(report, 2000L);
        handler.postDelayed(greet, 1000L);
        handler.removeCallbacks(greet);
    }
}
