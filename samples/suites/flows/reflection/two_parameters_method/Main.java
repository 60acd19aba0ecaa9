package cn.privlens.suite.two_parameters_method;

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
            if (method.getParameterTypes().length == 2) {
                try {
                    method.invoke(null, number, 1);
                } catch (ReflectiveOperationException e) {
                    Log.i("suite", "no");
                }
            }
        }
        setTitle(number.isEmpty() ? "a" : "b");
    }
}
