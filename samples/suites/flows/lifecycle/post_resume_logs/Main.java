package cn.privlens.suite.post_resume_logs;

import android.app.Activity;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private String subscriber = "";

    @Override
    protected void onStart() {
        super.onStart();
        subscriber = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
    }

    @Override
    protected void onResume() {
        super.onResume();
        setTitle("there");
    }

    @Override
    protected void onPostResume() {
        super.onPostResume();
        Log.i("suite", "s " + subscriber);
    }
}
