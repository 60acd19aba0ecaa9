package cn.privlens.samples.weather;

import android.content.Context;
import android.net.wifi.WifiInfo;
import android.net.wifi.WifiManager;
import android.provider.Settings;
import android.telephony.TelephonyManager;

/** The device identifiers that this app reads. */
final class DeviceIds {
    private DeviceIds() {}

    static String androidId(Context context) {
        return Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID);
    }

    static String imei(Context context) {
        TelephonyManager phone =
                (TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE);
        try {
            return phone.getDeviceId();
        } catch (SecurityException refused) {
            return "";
        }
    }

    static String mac(Context context) {
        WifiManager wifi = (WifiManager) context.getSystemService(Context.WIFI_SERVICE);
        WifiInfo info = wifi.getConnectionInfo();
        return info == null ? "" : info.getMacAddress();
    }

    /** Whether a debugging bridge may be in use; no personal information. */
    static boolean developer(Context context) {
        return "1".equals(Settings.Secure.getString(context.getContentResolver(), "adb_enabled"));
    }
}
