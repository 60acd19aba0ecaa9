package cn.privlens.suite.same_method_swapped;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Channel {
        private String last = "";
        Channel put(String s) {
            last = s;
            return this;
        }
        String last() { return last; }
    }
    private static Channel open(String s) { return new Channel().put(s); }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Channel quiet = open("静默");
        Channel secret = open(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        Log.i("suite", secret.last());
    }
}
