package cn.privlens.samples.independent;

import android.content.BroadcastReceiver;
import android.content.ClipboardManager;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;
import android.net.wifi.ScanResult;
import android.net.wifi.WifiManager;

/** The callbacks are made in the constructor and registered in another method. */
final class ScanPart {
    private final BroadcastReceiver found;
    private final ClipboardManager.OnPrimaryClipChangedListener copied;
    private ClipboardManager clipboard;

    ScanPart() {
        found =
                new BroadcastReceiver() {
                    @Override
                    public void onReceive(Context context, Intent intent) {
                        WifiManager wifi = (WifiManager) context.getSystemService("wifi");
                        for (ScanResult each : wifi.getScanResults()) {
                            System.out.println(each.SSID);
                        }
                    }
                };
        copied = () -> System.out.println(clipboard.getPrimaryClip().getItemAt(0).getText());
    }

    void start(Context context) {
        context.registerReceiver(found, new IntentFilter(WifiManager.SCAN_RESULTS_AVAILABLE_ACTION));
        clipboard = (ClipboardManager) context.getSystemService("clipboard");
        if (clipboard.hasPrimaryClip()) {
            clipboard.addPrimaryClipChangedListener(copied);
        }
    }
}
