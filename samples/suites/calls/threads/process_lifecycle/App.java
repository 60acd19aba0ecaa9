package cn.privlens.suite.process_lifecycle;

import android.app.Application;
import android.content.Context;
import android.telephony.TelephonyManager;
import androidx.lifecycle.DefaultLifecycleObserver;
import androidx.lifecycle.LifecycleOwner;
import androidx.lifecycle.ProcessLifecycleOwner;

public class App extends Application {
    static class Watch implements DefaultLifecycleObserver {
        private final Context c;
        Watch(Context c) { this.c = c; }
        @Override
        public void onCreate(LifecycleOwner o) {}
        @Override
        public void onStart(LifecycleOwner o) { ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber(); }
        @Override
        public void onStop(LifecycleOwner o) {}
    }
    @Override
    public void onCreate() {
        super.onCreate();
        Watch w = new Watch(this);
        ProcessLifecycleOwner.get().getLifecycle().addObserver(w);
    }
}
