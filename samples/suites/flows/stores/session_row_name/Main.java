package cn.privlens.suite.session_row_name;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private Sessions sessions;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        sessions = new Sessions(this);
        sessions.open("guest", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }

    @Override
    protected void onResume() {
        super.onResume();
        Log.d("session", "last: " + sessions.last());
    }

    @Override
    protected void onDestroy() {
        super.onDestroy();
        sessions.close();
    }
}
