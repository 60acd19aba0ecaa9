package cn.privlens.suite.configuration_callback;

import android.app.Activity;
import android.content.ComponentCallbacks;
import android.content.Context;
import android.content.res.Configuration;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Watcher implements ComponentCallbacks {
        private final Context context;
        Watcher(Context context) { this.context = context; }
        @Override
        public void onConfigurationChanged(Configuration changed) {
            Log.i("suite", "turned " + ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber());
        }
        @Override
        public void onLowMemory() { }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Watcher watcher = new Watcher(this);
        getApplication().registerComponentCallbacks(watcher);
    }
}
