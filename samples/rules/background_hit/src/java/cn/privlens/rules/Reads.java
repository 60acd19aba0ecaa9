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

    /** The hardware address of the Wi-Fi radio. */
    static String mac(Context context) {
        return ((android.net.wifi.WifiManager) context.getApplicationContext().getSystemService(Context.WIFI_SERVICE))
                .getConnectionInfo().getMacAddress();
    }
}
