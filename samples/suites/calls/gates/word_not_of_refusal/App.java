package cn.privlens.suite.word_not_of_refusal;

import android.app.Application;
import android.provider.Settings;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        String word = getSharedPreferences("p", MODE_PRIVATE).getString("privacy_word", "");
        if (!"no".equals(word)) {
            Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        }
    }
}
