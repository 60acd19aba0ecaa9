package cn.privlens.suite.account_number_kept;

import android.accounts.Account;
import android.accounts.AccountManager;
import android.app.Activity;
import android.content.SharedPreferences;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Account[] accounts = ((AccountManager) getSystemService(ACCOUNT_SERVICE)).getAccountsByType("com.example");
        SharedPreferences.Editor edit = getSharedPreferences("config", MODE_PRIVATE).edit();
        for (int i = 0; i < accounts.length; i++) {
            edit.putInt("account" + i, i);
        }
        edit.commit();
    }
}
