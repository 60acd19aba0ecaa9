package cn.privlens.suite.method_constant_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.lang.reflect.Method;

public class Main extends Activity {
    public String secret() { return ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId(); }
    public String open() { return "open"; }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Method m = Main.class.getMethod("open");
            SmsManager.getDefault().sendTextMessage("10690000", null, (String) m.invoke(this), null, null);
        } catch (Exception e) {
            Log.w("suite", "reflect");
        }
    }
}
