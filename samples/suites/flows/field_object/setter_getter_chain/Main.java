package cn.privlens.suite.setter_getter_chain;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Holder {
        protected String v = "";
        void set(String v) { this.v = v; }
        String get() { return v; }
    }
    static class Safe extends Holder {
        @Override
        void set(String v) { this.v = "len" + v.length(); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Holder holder = new Holder();
        holder.set(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        Log.i("suite", holder.get());
    }
}
