package cn.privlens.suite.page_in_static_field;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static Main shown;
    String id = "";
    String title = "main";

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        shown = this;
        id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        startService(new Intent(this, Report.class));
    }
}
