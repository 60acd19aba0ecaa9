package cn.privlens.suite.factory_kind_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    interface Store {
        void put(String s);
        String take();
    }
    static class Keep implements Store {
        private String s;
        @Override
        public void put(String s) { this.s = s; }
        @Override
        public String take() { return s; }
    }
    static class Drop implements Store {
        @Override
        public void put(String s) {}
        @Override
        public String take() { return "dropped"; }
    }
    static Store make(boolean keep) {
        if (keep) {
            return new Keep();
        }
        return new Drop();
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Store store = make(false);
        store.put(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        Log.i("suite", store.take());
    }
}
