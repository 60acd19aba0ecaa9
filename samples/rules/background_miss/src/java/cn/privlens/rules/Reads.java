package cn.privlens.rules;

import android.content.Context;

/** The places where this app reads personal information. */
final class Reads {
    private Reads() {}

    /** The hardware address of the Wi-Fi radio. */
    static String mac(Context context) {
        return ((android.net.wifi.WifiManager) context.getApplicationContext().getSystemService(Context.WIFI_SERVICE))
                .getConnectionInfo().getMacAddress();
    }
}
