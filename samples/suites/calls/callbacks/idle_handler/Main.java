package cn.privlens.suite.idle_handler;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.os.Looper;
import android.os.MessageQueue;
import android.telephony.TelephonyManager;
import android.view.View;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        View page = new View(this);
        setContentView(page);
        Looper.myQueue().addIdleHandler(new MessageQueue.IdleHandler() {
            @Override
            public boolean queueIdle() {
                ((TelephonyManager) Main.this.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId();
                return false;
            }
        });
    }
}
