package cn.privlens.suite.read_from_behind_first;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.ArrayDeque;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ArrayDeque<String> all = new ArrayDeque<>();
        all.add("a");
        all.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        Log.i("suite", all.iterator().next());
    }
}
