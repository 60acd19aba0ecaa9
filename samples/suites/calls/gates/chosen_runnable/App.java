package cn.privlens.suite.chosen_runnable;

import android.app.Application;
import android.content.Context;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        boolean agreed = getSharedPreferences("p", MODE_PRIVATE).getBoolean("is_agree_protocol", false);
        Runnable full = () -> ((TelephonyManager) this.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId();
        Runnable basic = () -> setTheme(0);
        Runnable chosen = agreed ? full : basic;
        chosen.run();
    }
}
