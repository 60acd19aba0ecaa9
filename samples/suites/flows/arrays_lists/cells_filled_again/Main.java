package cn.privlens.suite.cells_filled_again;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.text.TextUtils;
import java.util.Arrays;

public class Main extends Activity {
    private static final int SIZE = 4;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String[] cells = new String[SIZE];
        Arrays.fill(cells, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        setTitle("cells: " + cells.length);
        Arrays.fill(cells, "-");
        String line = TextUtils.join(",", cells);
        SmsManager.getDefault().sendTextMessage("10690000", null, line, null, null);
    }
}
