package cn.privlens.suite.parameter_replaced_by_callee;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private static final class Holder {
        String text = "empty";
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String text = "empty";
        Holder holder = new Holder();
        int length = fill(text, holder);
        String line = length > 0 ? text : "nothing";
        SmsManager.getDefault().sendTextMessage("10690000", null, line, null, null);
    }

    private int fill(String text, Holder holder) {
        String imsi = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        text = imsi;
        return text.length() + holder.text.length();
    }
}
