package cn.privlens.suite.locked_cache_language;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private final GuardedCache cache = new GuardedCache();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(this::fill, "writer").start();
        new Thread(this::report, "reader").start();
    }

    private void fill() {
        TelephonyManager phone = (TelephonyManager) getSystemService(TELEPHONY_SERVICE);
        cache.put("language", "zh");
        cache.put("identifier", phone.getDeviceId());
    }

    private void report() {
        String value = cache.get("language");
        if (value != null) {
            SmsManager.getDefault().sendTextMessage("10690000", null, value, null, null);
        }
    }
}
