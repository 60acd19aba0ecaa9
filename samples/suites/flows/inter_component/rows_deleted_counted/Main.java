package cn.privlens.suite.rows_deleted_counted;

import android.app.Activity;
import android.net.Uri;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        getContentResolver().delete(Uri.parse("content://cn.privlens.suite.rows_deleted_counted.rows/ids"), "id = ?", new String[] {((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()});
    }
}
