package cn.privlens.suite.time_of_agreement;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        long agreedAt = getSharedPreferences("p", MODE_PRIVATE).getLong("agreed_at", 0L);
        if (agreedAt > 0L) {
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        }
    }
}
