package cn.privlens.suite.router_table_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Router.build("/help/index").withString("phone", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number()).navigate(this);
    }
}
