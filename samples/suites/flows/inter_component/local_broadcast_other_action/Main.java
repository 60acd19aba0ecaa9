package cn.privlens.suite.local_broadcast_other_action;

import android.app.Activity;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import androidx.localbroadcastmanager.content.LocalBroadcastManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        LocalBroadcastManager bus = LocalBroadcastManager.getInstance(this);
        bus.registerReceiver(new BroadcastReceiver() {
            @Override
            public void onReceive(Context context, Intent intent) {
                SmsManager.getDefault().sendTextMessage("10690000", null, intent.getStringExtra("v"), null, null);
            }
            }, new IntentFilter("off"));
        bus.sendBroadcast(new Intent("on").putExtra("v", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()));
    }
}
