package cn.privlens.suite.explicit_stays_in_app;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent intent = new Intent(this, Second.class);
        intent.setType("text/plain");
        intent.putExtra(Intent.EXTRA_TEXT, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        startActivity(intent);
    }
}
