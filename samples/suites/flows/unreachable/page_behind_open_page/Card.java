package cn.privlens.suite.page_behind_open_page;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Card extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("card", "for " + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
    }
}
