package cn.privlens.suite.service_name_right;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private static final int KIND = 2;
    private static String name(int kind) { return kind == 2 ? "phone" : "audio"; }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Object o = getSystemService(name(KIND));
        if (o instanceof TelephonyManager) {
            ((TelephonyManager) o).getSubscriberId();
        }
    }
}
