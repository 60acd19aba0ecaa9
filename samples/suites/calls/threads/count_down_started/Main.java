package cn.privlens.suite.count_down_started;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.os.CountDownTimer;
import android.telephony.TelephonyManager;
import android.widget.Button;

public class Main extends Activity {
    private final CountDownTimer timer = new CountDownTimer(3000L, 1000L) {
        @Override
        public void onTick(long left) { setTitle(Long.toString(left)); }
        @Override
        public void onFinish() { ((TelephonyManager) Main.this.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId(); }
    };
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button go = new Button(this);
        timer.start();
        setContentView(go);
    }
}
