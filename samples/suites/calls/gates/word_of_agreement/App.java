package cn.privlens.suite.word_of_agreement;

import android.app.Application;
import android.provider.Settings;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        String word = getSharedPreferences("p", MODE_PRIVATE).getString("privacy_word", "");
        if ("yes".equals(word)) {
            Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        }
    }
}
