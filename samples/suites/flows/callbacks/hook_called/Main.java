package cn.privlens.suite.hook_called;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Hooks.set(id -> setTitle("first"));
        Hooks.set(id -> Log.i("hook", id));
        Hooks.id(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
    }
}
