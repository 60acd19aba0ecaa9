package cn.privlens.suite.rows_change_places_first;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String[][] rows = new String[2][];
        rows[0] = new String[] {((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId()};
        rows[1] = new String[] {"空"};
        String[] kept = rows[0];
        rows[0] = rows[1];
        rows[1] = kept;
        SmsManager.getDefault().sendTextMessage("10690000", null, rows[0][0], null, null);
    }
}
