package cn.privlens.suite.super_call_skipped;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Writer1 {
        void write(String s) { Log.i("suite", s); }
    }
    static class Masking extends Writer1 {
        @Override
        void write(String s) { super.write("***"); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Writer1 w = new Masking();
        w.write(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
    }
}
