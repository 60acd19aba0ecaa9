package cn.privlens.samples.features;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;
import android.net.wifi.WifiManager;

/** Registered by code only. */
public class DynamicReceiver extends BroadcastReceiver {
    void register(Context context) {
        context.registerReceiver(this, new IntentFilter("android.net.wifi.SCAN_RESULTS"));
    }

    @Override
    public void onReceive(Context context, Intent intent) {
        ((WifiManager) context.getSystemService("wifi")).getScanResults();
    }
}
