package cn.privlens.suite.vector_emptied;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.Enumeration;
import java.util.Vector;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Vector<String> all = new Vector<>();
        all.addElement(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        all.removeAllElements();
        for (Enumeration<String> e = all.elements(); e.hasMoreElements();) {
            Log.i("suite", e.nextElement());
        }
    }
}
