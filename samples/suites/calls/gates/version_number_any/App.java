package cn.privlens.suite.version_number_any;

import android.app.Application;
import android.provider.Settings;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        int v = getSharedPreferences("config", MODE_PRIVATE).getInt("privacy_version", 5);
        if (v >= 3) {
            Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        }
    }
}
