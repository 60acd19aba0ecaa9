package cn.privlens.suite.broadcast_with_package;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent intent = new Intent("cn.example.UPDATE");
        intent.setPackage(getPackageName());
        intent.putExtra("sim", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        sendBroadcast(intent);
    }
}
