package cn.privlens.suite.parent_of_child;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Node left = new Node();
        Node right = new Node();
        Node inner = left.add(new Node());
        inner.add(new Node()).report(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        Log.i("suite", "left: " + left.note);
    }
}
