package cn.privlens.suite.uploader_never_set;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private final Tracker tracker = new Tracker();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Uploader uploader = new Uploader("/v2/track");
        setTitle(uploader.path());
    }

    @Override
    protected void onResume() {
        super.onResume();
        tracker.track(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        setTitle("tracked " + tracker.tracked());
    }
}
