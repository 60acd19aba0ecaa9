package cn.privlens.suite.delayed_by_application;

import android.app.Application;
import android.content.Context;
import android.net.wifi.WifiManager;
import android.os.Handler;
import android.os.Looper;

public class App extends Application {
    private final Handler handler = new Handler(Looper.getMainLooper());
    @Override
    public void onCreate() {
        super.onCreate();
        later();
    }
    void later() {
        handler.postDelayed(new Runnable() {
            @Override
            public void run() { ((WifiManager) App.this.getSystemService(Context.WIFI_SERVICE)).getConnectionInfo().getMacAddress(); }
            }, 5000L);
    }
}
