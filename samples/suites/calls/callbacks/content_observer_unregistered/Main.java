package cn.privlens.suite.content_observer_unregistered;

import android.app.Activity;
import android.content.Context;
import android.database.ContentObserver;
import android.os.Bundle;
import android.os.Handler;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ContentObserver o = new ContentObserver(new Handler()) {
            @Override
            public void onChange(boolean self) { ((TelephonyManager) Main.this.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId(); }
        };
        setTitle(o.deliverSelfNotifications() ? "a" : "b");
    }
}
