package cn.privlens.suite.account_touched;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Account first = new Account("guest");
        Account second = Accounts.touch(first);
        first.setCard(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        Log.d("account", second.getName() + ":" + second.getCard() + "@" + second.getUsed());
    }
}
