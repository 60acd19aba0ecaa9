package cn.privlens.suite.permission_result_in_create;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(new String[] {"android.permission.READ_PHONE_STATE"}, 3);
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        finish();
    }
}
