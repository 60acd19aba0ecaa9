package cn.privlens.suite.accepted_is_one;

import android.app.Application;
import android.provider.Settings;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        int answer = getSharedPreferences("p", MODE_PRIVATE).getInt("privacy_answer", 0);
        if (answer == 1) {
            Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        }
    }
}
