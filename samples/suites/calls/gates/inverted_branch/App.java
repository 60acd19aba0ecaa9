package cn.privlens.suite.inverted_branch;

import android.app.Application;
import android.provider.Settings;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        if (agreed()) {
            return;
        }
        Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
    }
    private boolean agreed() {
        return getSharedPreferences("config", MODE_PRIVATE).getBoolean("同意隐私政策", false);
    }
}
