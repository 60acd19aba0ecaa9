package cn.privlens.suite.marker_file_made_first;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        if (Marker.file(this).exists()) {
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        }
    }
}
