package cn.privlens.suite.delayed_post_runs;

import android.app.Activity;
import android.os.Bundle;
import android.os.Handler;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private static final long DELAY = 3000L;
    private final Handler handler = new Handler();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Report report = new Report(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        handler.postDelayed(report, DELAY);
        setTitle("soon");
    }
}
