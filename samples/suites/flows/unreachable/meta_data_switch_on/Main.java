package cn.privlens.suite.meta_data_switch_on;

import android.app.Activity;
import android.content.pm.PackageManager;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Bundle data = getPackageManager().getApplicationInfo(getPackageName(), PackageManager.GET_META_DATA).metaData;
            if (data.getBoolean("report", false)) {
                Log.i("suite", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
            }
        } catch (PackageManager.NameNotFoundException e) {
            finish();
        }
    }
}
