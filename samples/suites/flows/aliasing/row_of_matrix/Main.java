package cn.privlens.suite.row_of_matrix;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String[][] matrix = {{"a", "b"}, {"c", "d"}};
        String[] row = matrix[1];
        row[0] = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        SmsManager.getDefault().sendTextMessage("10690000", null, matrix[1][0], null, null);
    }
}
