package cn.privlens.suite.hmac_key;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Base64;
import android.util.Log;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("key".getBytes(), "HmacSHA256"));
            byte[] out = mac.doFinal(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId().getBytes());
            Log.i("suite", Base64.encodeToString(out, Base64.NO_WRAP));
        } catch (Exception e) {
            Log.w("suite", "mac");
        }
    }
}
