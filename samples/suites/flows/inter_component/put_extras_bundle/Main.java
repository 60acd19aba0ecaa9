package cn.privlens.suite.put_extras_bundle;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Bundle b = new Bundle();
        Intent i = new Intent(this, Second.class);
        b.putString("x", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        i.putExtras(b);
        startActivity(i);
    }
}
