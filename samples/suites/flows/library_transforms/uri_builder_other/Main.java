package cn.privlens.suite.uri_builder_other;

import android.app.Activity;
import android.net.Uri;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Uri u = new Uri.Builder().scheme("https").authority("u.example.com").appendQueryParameter("t", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number()).appendQueryParameter("v", "2").build();
        SmsManager.getDefault().sendTextMessage("10690000", null, u.getQueryParameter("v"), null, null);
    }
}
