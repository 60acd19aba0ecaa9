package cn.privlens.suite.static_field_overwritten;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Shared.id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        Shared.id = null;
        new Uploader().upload();
    }
}
