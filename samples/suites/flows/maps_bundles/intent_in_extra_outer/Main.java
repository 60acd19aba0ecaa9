package cn.privlens.suite.intent_in_extra_outer;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent inner = new Intent("after");
        inner.putExtra("v", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        Intent outer = new Intent(this, Inner.class);
        outer.putExtra("v", "outer");
        outer.putExtra("next", inner);
        startActivity(outer);
    }
}
