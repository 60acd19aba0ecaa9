package cn.privlens.suite.reversed_name;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static String id = "";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        String name = new StringBuilder("duoL").reverse().toString();
        try {
            ((Runnable) Class.forName(getPackageName() + "." + name).newInstance()).run();
        } catch (ReflectiveOperationException e) {
            finish();
        }
    }
}
