package cn.privlens.suite.only_quiet_made;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Outputs.use(new Quiet());
    }
    @Override
    protected void onResume() {
        super.onResume();
        Outputs.put(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
}
