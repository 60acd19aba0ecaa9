package cn.privlens.suite.two_dimensions;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.Locale;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String[][] table = new String[2][2];
        table[0][0] = "id";
        table[0][1] = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        table[1][0] = "lang";
        table[1][1] = Locale.getDefault().toString().length() + "";
        String[] row = table[0];
        Log.i("suite", row[1]);
    }
}
