package cn.privlens.suite.delayed_static_flag_preset;

import android.app.Application;
import android.net.wifi.WifiManager;
import android.os.Handler;
import android.os.Looper;

public class App extends Application implements Runnable {
    private final Handler handler = new Handler(Looper.getMainLooper());
    String mac;

    @Override
    public void onCreate() {
        super.onCreate();
        handler.postDelayed(this, 5000);
    }

    @Override
    public void run() {
        if (!Flags.privacyAgreed) {
            handler.postDelayed(this, 5000);
            return;
        }
        mac = ((WifiManager) getSystemService(WIFI_SERVICE)).getConnectionInfo().getMacAddress();
    }
}
