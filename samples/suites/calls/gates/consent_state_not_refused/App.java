package cn.privlens.suite.consent_state_not_refused;

import android.app.Application;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        if (Consent.current(this) != Consent.REFUSED) {
            Tracker.start(this);
        }
    }
}
