package cn.privlens.suite.constructor_super_constant;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static abstract class Event {
        private final String source;
        protected Event(String source) { this.source = source; }
        void log() { Log.i("suite", "event from " + source); }
    }
    static class Start extends Event {
        Start(Context c) { super("start"+ ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId().length()); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Start(this).log();
    }
}
