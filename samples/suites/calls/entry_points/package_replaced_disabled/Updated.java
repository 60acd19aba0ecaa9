package cn.privlens.suite.package_replaced_disabled;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.telephony.TelephonyManager;

public class Updated extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
    }
}
