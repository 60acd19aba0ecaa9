package cn.privlens.suite.page_factory_device;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String device = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        startActivity(DetailPage.intentFor(this, device, "My phone"));
    }
}
