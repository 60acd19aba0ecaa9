package cn.privlens.suite.atomic_reference_get_and_set;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.concurrent.atomic.AtomicReference;

public class Main extends Activity {
    private final AtomicReference<String> ref = new AtomicReference<>("init");
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ref.set(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        ref.set("reset");
        SmsManager.getDefault().sendTextMessage("10690000", null, ref.get(), null, null);
    }
}
