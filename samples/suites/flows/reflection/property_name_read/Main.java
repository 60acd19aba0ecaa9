package cn.privlens.suite.property_name_read;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        User user = new User("guest", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        Object value = Beans.read(user, "getName");
        Log.i("beans", String.valueOf(value));
    }
}
