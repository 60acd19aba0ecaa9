package cn.privlens.rules;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

/** Switched off in the manifest. */
public class WakeReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        context.startService(new Intent(context, PlayerService.class));
    }
}
