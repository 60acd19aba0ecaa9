package cn.privlens.suite.first_receiver_aborts;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        sendOrderedBroadcast(new Intent("cn.privlens.suite.NEWS").setPackage(getPackageName()).putExtra("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()), null);
    }
}
