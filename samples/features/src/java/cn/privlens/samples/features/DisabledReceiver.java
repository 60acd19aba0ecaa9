package cn.privlens.samples.features;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

/** Disabled in the manifest and never enabled by code. */
public class DisabledReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        OnlyFromDisabled.read(context);
    }
}
