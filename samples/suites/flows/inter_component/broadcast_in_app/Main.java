package cn.privlens.suite.broadcast_in_app;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent intent = new Intent(this, Logger.class);
        intent.putExtra("d", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        sendBroadcast(intent);
    }
}
