package cn.privlens.suite.suppressed_outer_text;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        IllegalStateException outer = new IllegalStateException("outer");
        outer.addSuppressed(new IllegalArgumentException("sim " + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber()));
        Log.i("suite", outer.getMessage());
    }
}
