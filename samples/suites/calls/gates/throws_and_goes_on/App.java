package cn.privlens.suite.throws_and_goes_on;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        try {
            requireConsent();

        } catch (IllegalStateException e) {
            setTheme(0);
        }
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
    }
    private void requireConsent() {
        if (!getSharedPreferences("p", MODE_PRIVATE).getBoolean("privacy_consent", false)) {
            throw new IllegalStateException("not yet");
        }
    }
}
