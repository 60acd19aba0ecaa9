package cn.privlens.suite.event_bus;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import org.greenrobot.eventbus.EventBus;
import org.greenrobot.eventbus.Subscribe;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        EventBus.getDefault().register(this);
        EventBus.getDefault().post("start");
    }
    @Subscribe
    public void on(String s) { ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number(); }
}
