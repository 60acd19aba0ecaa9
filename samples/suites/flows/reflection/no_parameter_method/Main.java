package cn.privlens.suite.no_parameter_method;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.lang.reflect.Method;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String number = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        for (Method method : Tools.class.getDeclaredMethods()) {
            if (method.getParameterTypes().length == 0) {
                try {
                    method.invoke(null);
                } catch (ReflectiveOperationException e) {
                    Log.i("suite", "no");
                }
            }
        }
        setTitle(number.isEmpty() ? "a" : "b");
    }
}
