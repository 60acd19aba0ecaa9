package cn.privlens.suite.invoked_with_two_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.lang.reflect.Method;

public class Main extends Activity {
    public void report(String first, String second) { Log.i("suite", first); }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Method method = getClass().getMethod("report", String.class, String.class);
            Object[] arguments = {"head", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()};
            method.invoke(this, arguments);
        } catch (ReflectiveOperationException e) {
            setTitle("e");
        }
    }
}
