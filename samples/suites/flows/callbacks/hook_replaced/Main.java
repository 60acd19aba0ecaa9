package cn.privlens.suite.hook_replaced;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Hooks.set(id -> Log.i("hook", id));
        Hooks.set(id -> setTitle("second"));
        Hooks.id(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
    }
}
