package cn.privlens.suite.application_before_provider;

import android.app.Application;
import android.provider.Settings;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        Shared.id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
    }
}
