package cn.privlens.suite.receiver_of_two_actions_other;

import android.app.Activity;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static final String SHOW = "cn.privlens.suite.receiver_of_two_actions_other.SHOW";
    static final String HIDE = "cn.privlens.suite.receiver_of_two_actions_other.HIDE";

    private final BroadcastReceiver receiver = new BroadcastReceiver() {
        @Override
        public void onReceive(Context context, Intent intent) {
            if (SHOW.equals(intent.getAction())) {
                Log.i("suite", "" + intent.getStringExtra("id"));
            } else {
                Log.i("suite", "hidden");
            }
        }
    };

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        IntentFilter filter = new IntentFilter();
        filter.addAction(SHOW);
        filter.addAction(HIDE);
        registerReceiver(receiver, filter);
    }

    @Override
    protected void onResume() {
        super.onResume();
        sendBroadcast(new Intent(HIDE).setPackage(getPackageName()).putExtra("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()));
    }

    @Override
    protected void onDestroy() {
        unregisterReceiver(receiver);
        super.onDestroy();
    }
}
