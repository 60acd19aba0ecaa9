package cn.privlens.suite.mail_address_constant;

import android.app.Activity;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        Uri address = Uri.parse("mailto:help@example.com?subject=help&body=" + id.length());
        startActivity(new Intent(Intent.ACTION_SENDTO, address));
    }
}
