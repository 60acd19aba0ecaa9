package cn.privlens.suite.string_builder_insert;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        StringBuilder sb = new StringBuilder("{}");
        sb.insert(1, "\"id\":\"" + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId() + "\"");
        sb.reverse().reverse();
        sb.append("\n");
        Log.i("suite", sb.toString());
    }
}
