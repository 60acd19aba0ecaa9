package cn.privlens.suite.switch_on_answer_default;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    static final int AGREED = 10;
    static final int REFUSED = 20;
    @Override
    public void onCreate() {
        super.onCreate();
        switch (getSharedPreferences("p", MODE_PRIVATE).getInt("policy_answer", 0)) {
            case AGREED:
            setTheme(1);
            break;
            case REFUSED:
            setTheme(2);
            break;
            default:
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
            break;
        }
    }
}
