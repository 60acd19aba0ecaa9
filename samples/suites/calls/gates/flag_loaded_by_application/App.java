package cn.privlens.suite.flag_loaded_by_application;

import android.app.Application;

public class App extends Application {
    private boolean privacyAgreed;

    @Override
    public void onCreate() {
        super.onCreate();
        privacyAgreed = getSharedPreferences("state", MODE_PRIVATE).getBoolean("privacy_agreed", false);
    }

    boolean isPrivacyAgreed() {
        return privacyAgreed;
    }

    void setPrivacyAgreed(boolean agreed) {
        privacyAgreed = agreed;
        getSharedPreferences("state", MODE_PRIVATE).edit().putBoolean("privacy_agreed", agreed).apply();
    }
}
