package cn.privlens.suite.detail_of_broad_failure;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            sync(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        } catch (TimeoutFailure e) {
            Log.w("suite", "timeout: " + e.getMessage());
        } catch (SyncFailure e) {
            Log.w("suite", "failure: " + e.detail());
        }
    }

    private void sync(String device) throws SyncFailure {
        if (isFinishing()) {
            return;
        }
        throw new SyncFailure("device " + device);
    }
}
