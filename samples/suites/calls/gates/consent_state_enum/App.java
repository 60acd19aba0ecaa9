package cn.privlens.suite.consent_state_enum;

import android.app.Application;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        if (Consent.current(this) == Consent.AGREED) {
            Tracker.start(this);
        }
    }
}
