package cn.privlens.suite.static_read_in_other_process;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Kept.value = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        startService(new Intent(this, Sender.class));
    }
}
