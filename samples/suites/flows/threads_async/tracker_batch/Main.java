package cn.privlens.suite.tracker_batch;

import android.app.Activity;
import android.telephony.TelephonyManager;
import java.util.HashMap;
import java.util.Map;

public class Main extends Activity {
    private final Tracker tracker = new Tracker();

    @Override
    protected void onResume() {
        super.onResume();
        Map<String, String> event = new HashMap<>();
        event.put("page", "main");
        event.put("uid", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        event.put("time", String.valueOf(System.currentTimeMillis()));
        tracker.track(event);
    }
}
