package cn.privlens.suite.callee_overwrites_field;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static class Form { String phone = ""; String town = ""; }
    private static void blank(Form form) { form.phone = "-"; }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Form form = new Form();
        form.phone = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        blank(form);
        SmsManager.getDefault().sendTextMessage("10690000", null, form.phone, null, null);
    }
}
