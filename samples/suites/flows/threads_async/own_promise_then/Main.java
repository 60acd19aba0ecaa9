package cn.privlens.suite.own_promise_then;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Promise<String> p = new Promise<>();
        new Thread(() -> {
            String imsi = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
            p.fulfil(imsi);
        }).start();
        p.then(s -> Log.i("then", s)).failed(s -> Log.w("failed", s));
    }
}
