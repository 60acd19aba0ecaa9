package cn.privlens.suite.throws_unless_agreed;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        try {
            requireConsent();
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        } catch (IllegalStateException e) {
            setTheme(0);
        }

    }
    private void requireConsent() {
        if (!getSharedPreferences("p", MODE_PRIVATE).getBoolean("privacy_consent", false)) {
            throw new IllegalStateException("not yet");
        }
    }
}
