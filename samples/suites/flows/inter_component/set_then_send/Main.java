package cn.privlens.suite.set_then_send;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        startService(new Intent(this, Gate.class).putExtra("word", "set").putExtra("value", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number()));
    }
    @Override
    protected void onPause() {
        super.onPause();
        startService(new Intent(this, Gate.class).putExtra("word", "send"));
    }
}
