package cn.privlens.suite.stop_after_pause_kept;

import android.app.Activity;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private final Visit visit = new Visit();
    @Override
    protected void onResume() {
        super.onResume();
        visit.who = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
    }
    @Override
    protected void onPause() {
        visit.rounds++;
        super.onPause();
    }
    @Override
    protected void onStop() {
        super.onStop();
        Log.i("suite", visit.who);
    }
}
