package cn.privlens.rules;

import android.content.Context;

/** The places where this app reads personal information. */
final class Reads {
    private Reads() {}

    /** Names of all installed apps. */
    static String apps(Context context) {
        StringBuilder all = new StringBuilder();
        for (android.content.pm.PackageInfo one : context.getPackageManager().getInstalledPackages(0)) {
            all.append(one.packageName).append(';');
        }
        return all.toString();
    }

    /** The text of the clipboard. */
    static String clip(Context context) {
        android.content.ClipData clip = ((android.content.ClipboardManager) context.getSystemService(Context.CLIPBOARD_SERVICE))
                .getPrimaryClip();
        return clip == null ? "" : clip.getItemAt(0).getText().toString();
    }

    /** Wi-Fi networks around. */
    static String nets(Context context) {
        StringBuilder all = new StringBuilder();
        android.net.wifi.WifiManager wifi =
                (android.net.wifi.WifiManager) context.getApplicationContext().getSystemService(Context.WIFI_SERVICE);
        for (android.net.wifi.ScanResult one : wifi.getScanResults()) {
            all.append(one.BSSID).append(';');
        }
        return all.toString();
    }
}
