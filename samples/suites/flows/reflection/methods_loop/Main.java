package cn.privlens.suite.methods_loop;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.lang.reflect.Method;

public class Main extends Activity {
    public static class Tools {
        public static String deviceTag(Context c) { return ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId(); }
        public static String appTag(Context c) { return c.getPackageName(); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            for (Method m : Tools.class.getDeclaredMethods()) {
                if (m.getName().startsWith("device")) {
                    Log.i("suite", (String) m.invoke(null, this));
                }
            }
        } catch (ReflectiveOperationException e) {
            setTitle("e");
        }
    }
}
