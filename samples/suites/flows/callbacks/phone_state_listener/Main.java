package cn.privlens.suite.phone_state_listener;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.PhoneStateListener;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Calls extends PhoneStateListener {
        @Override
        public void onCallStateChanged(int state, String incoming) {
            Log.d("call", incoming);
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Calls calls = new Calls();
        TelephonyManager manager = (TelephonyManager) getSystemService(TELEPHONY_SERVICE);
        manager.listen(calls, PhoneStateListener.LISTEN_CALL_STATE);
    }
}
