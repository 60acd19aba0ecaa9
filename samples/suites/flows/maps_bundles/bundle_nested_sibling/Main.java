package cn.privlens.suite.bundle_nested_sibling;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Bundle inner = new Bundle();
        inner.putString("v", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        Bundle plain = new Bundle();
        plain.putString("v", "0");
        Bundle outer = new Bundle();
        outer.putBundle("inner", inner);
        outer.putBundle("plain", plain);
        Bundle got = outer.getBundle("plain");
        SmsManager.getDefault().sendTextMessage("10690000", null, got.getString("v"), null, null);
    }
}
