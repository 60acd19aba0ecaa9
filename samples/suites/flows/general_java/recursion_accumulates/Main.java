package cn.privlens.suite.recursion_accumulates;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private String walk(int depth, String carry) {
        if (depth == 0) {
            return carry;
        }
        return walk(depth - 1, carry + depth);
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("suite", walk(5, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId()));
    }
}
