package cn.privlens.suite.split_word_as_other_key;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String[] keys = "serial,model".split(",");
        Bundle all = new Bundle();
        all.putString(keys[0], ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        all.putString(keys[1], "demo");
        Log.i("suite", all.getString("model"));
    }
}
