package cn.privlens.suite.copy_constructor;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    static class Account {
        String name;
        String device;
        Account(String name, String device) { this.name = name; this.device = device; }
        Account(Account other) {
            name = other.name;
            device = other.device;
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Account original = new Account("guest", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        Account copy = new Account(original);
        Log.i("suite", copy.name + "/" + copy.device);
    }
}
