package cn.privlens.suite.enabled_receiver;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Gone extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        Log.i("suite", ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId());
    }
}
