package com.xuexiang.xutil.system;

import android.content.Context;
import android.net.wifi.WifiInfo;
import android.net.wifi.WifiManager;

public final class DeviceUtils {
    public static String getMacAddress(Context c) {
        String m = getMacAddressByWifiInfo(c);
        return m == null ? "02:00:00:00:00:00" : m;
    }
    private static String getMacAddressByWifiInfo(Context c) {
        WifiManager w = (WifiManager) c.getSystemService(Context.WIFI_SERVICE);
        WifiInfo i = w.getConnectionInfo();
        return i == null ? null : i.getMacAddress();
    }
}
