package cn.privlens.suite.assigned_after_throw_maybe;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private void check(int number) {
        if (number % 7 == 0) {
            throw new IllegalStateException("bad");
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String text = "none";
        try {
            check((int) (System.currentTimeMillis() % 100));
            text = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        } catch (IllegalStateException e) {
            setTitle("e");
        }
        Log.i("suite", text);
    }
}
