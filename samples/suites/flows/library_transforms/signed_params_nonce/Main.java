package cn.privlens.suite.signed_params_nonce;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.util.TreeMap;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TreeMap<String, String> params = new TreeMap<>();
        params.put("imei", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        params.put("channel", "xiaomi");
        String nonce = Long.toHexString(System.nanoTime());
        Net.post("sign=" + Sign.of(nonce));
        setTitle(params.size() + " parameters");
    }
}
