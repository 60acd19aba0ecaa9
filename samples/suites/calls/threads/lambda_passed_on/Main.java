package cn.privlens.suite.lambda_passed_on;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.util.function.Supplier;

public class Main extends Activity {
    private void outer(Supplier<String> s) { inner(s); }
    private void inner(Supplier<String> s) { setTitle(s.get()); }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        outer(() -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        outer(() -> "x");
    }
}
