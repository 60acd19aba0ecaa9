package cn.privlens.suite.search_filter_count;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new CardFilter(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber()).filter("卡");
    }
}
