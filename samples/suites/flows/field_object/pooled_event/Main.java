package cn.privlens.suite.pooled_event;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Event first = Event.obtain();
        first.text = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        first.recycle();
        Event second = Event.obtain();
        Log.i("suite", "event " + second.text);
    }
}
