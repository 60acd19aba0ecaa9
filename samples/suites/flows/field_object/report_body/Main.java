package cn.privlens.suite.report_body;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String card = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        new Printer().print(new EmptyReport(), new CardReport(card));
    }
}
