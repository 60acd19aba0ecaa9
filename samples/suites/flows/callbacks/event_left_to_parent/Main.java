package cn.privlens.suite.event_left_to_parent;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Node inner = new Inner(new Outer());
        inner.fire(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
    }
}
