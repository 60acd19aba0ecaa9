package cn.privlens.suite.user_leaves;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private String seen = "";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        seen = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
    @Override
    protected void onUserLeaveHint() {
        super.onUserLeaveHint();
        Log.i("suite", seen);
    }
}
