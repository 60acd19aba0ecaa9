package cn.privlens.samples.weather;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

/** Starts the background refresh after a reboot, if the user has agreed. */
public class BootReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        if (Consent.given(context)) {
            context.startService(new Intent(context, RefreshService.class));
        }
    }
}
