package cn.privlens.samples.independent;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.telephony.TelephonyManager;

/** Off in the manifest, switched on by {@link AppShell}. */
public class WakeReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        setResultData(((TelephonyManager) context.getSystemService("phone")).getImei(0));
    }
}
