package cn.privlens.suite.user_leaves_not_overridden;

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

    protected void onUserLeavesHint() {
        setTitle("left");
        Log.i("suite", seen);
    }
}
