package cn.privlens.suite.setters_by_key;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        User user = new User();
        set(user, "setPhone", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        set(user, "setName", "游客");
        Log.i("suite", "user " + user.getPhone());
    }

    private static void set(Object bean, String setter, String value) {
        try {
            bean.getClass().getMethod(setter, String.class).invoke(bean, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
