package cn.privlens.samples.features;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

/** Not in the manifest, so the system never starts it. */
public class UnregisteredActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ((TelephonyManager) getSystemService("phone")).getSubscriberId();
    }
}
