package cn.privlens.suite.proxy_query_all_arguments;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final ReportApi api = Rest.create(ReportApi.class);
        final String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        new Thread(() -> api.report(id, "1.0")).start();
    }
}
