package cn.privlens.suite.clone_deep;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Form implements Cloneable {
        String v = "";
        @Override
        public Form clone() {
            try {
                return (Form) super.clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Form a = new Form();
        a.v = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        Form b = a.clone();
        Log.i("suite", b.v);
    }
}
