package cn.privlens.suite.overload_for_text;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        note(id);
    }

    private void note(Object o) {
        Log.i("suite", "object " + o);
    }

    private void note(String s) {
        Log.i("suite", "text of " + s.length());
    }
}
