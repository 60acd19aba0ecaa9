package cn.privlens.suite.agree_posts_event;

import android.content.Context;
import android.telephony.TelephonyManager;
import org.greenrobot.eventbus.Subscribe;

public class Collector {
    private final TelephonyManager phone;
    private String subscriber;

    Collector(Context context) {
        phone = (TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE);
    }

    @Subscribe
    public void on(Agreed event) {
        subscriber = event.at > 0 ? phone.getSubscriberId() : null;
    }
}
