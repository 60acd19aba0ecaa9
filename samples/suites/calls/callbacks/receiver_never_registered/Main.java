package cn.privlens.suite.receiver_never_registered;

import android.app.Activity;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static class Screen extends BroadcastReceiver {
        @Override
        public void onReceive(Context c, Intent i) { ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getLine1Number(); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Screen s = new Screen();
        setTitle("s" + s.getResultCode());
    }
}
