package cn.privlens.suite.builder_copied_by_writers;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        StringBuilder text = new StringBuilder("start\n");
        Lines one = new Lines(text);
        Lines two = new Lines(text);
        one.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        Log.i("suite", two.all());
    }
}
