package cn.privlens.suite.read_by_name;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Class<?> k = Class.forName("android.telephony.TelephonyManager");
            k.getMethod("getSubscriberId").invoke(getSystemService("phone"));
        } catch (ReflectiveOperationException e) {
            setTitle("e");
        }
    }
}
