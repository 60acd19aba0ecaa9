package cn.privlens.suite.handler_post;

import android.app.Activity;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private String text = "";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        text = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        new Handler(Looper.getMainLooper()).post(new Runnable() {
            @Override
            public void run() { Log.i("suite", text); }
        });
        setTitle("t");
    }
}
