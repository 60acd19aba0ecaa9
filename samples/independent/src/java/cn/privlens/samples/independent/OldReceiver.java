package cn.privlens.samples.independent;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.telephony.TelephonyManager;

/** Off in the manifest, and nothing switches it on. */
public class OldReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        setResultData(((TelephonyManager) context.getSystemService("phone")).getSubscriberId());
    }
}
