package cn.privlens.samples.features;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

/** Disabled in the manifest. */
public class DisabledActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ((TelephonyManager) getSystemService("phone")).getImei();
    }
}
