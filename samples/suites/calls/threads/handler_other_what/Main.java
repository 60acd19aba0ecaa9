package cn.privlens.suite.handler_other_what;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.os.Handler;
import android.os.Message;
import android.telephony.TelephonyManager;
import android.widget.Button;

public class Main extends Activity {
    private class H extends Handler {
        @Override
        public void handleMessage(Message m) {
            if (m.what == 1) {
                ((TelephonyManager) Main.this.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
            }
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        H h = new H();
        h.sendEmptyMessage(2);
        Button b = new Button(this);
        b.setOnClickListener(v -> h.sendEmptyMessage(1));
        setContentView(b);
    }
}
