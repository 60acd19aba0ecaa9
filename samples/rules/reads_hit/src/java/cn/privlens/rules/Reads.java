package cn.privlens.rules;

import android.content.Context;

/** The places where this app reads personal information. */
final class Reads {
    private Reads() {}

    /** The IMEI. */
    static String imei(Context context) {
        return ((android.telephony.TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
    }

    /** The Android ID. */
    static String androidId(Context context) {
        return android.provider.Settings.Secure.getString(context.getContentResolver(), "android_id");
    }

    /** The hardware address of the Wi-Fi radio. */
    static String mac(Context context) {
        return ((android.net.wifi.WifiManager) context.getApplicationContext().getSystemService(Context.WIFI_SERVICE))
                .getConnectionInfo().getMacAddress();
    }

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

    /** Every name in the address book. */
    static String contacts(Context context) {
        StringBuilder all = new StringBuilder();
        android.database.Cursor rows = context.getContentResolver()
                .query(android.provider.ContactsContract.CommonDataKinds.Phone.CONTENT_URI, null, null, null, null);
        while (rows != null && rows.moveToNext()) {
            all.append(rows.getString(rows.getColumnIndex("display_name"))).append(';');
        }
        return all.toString();
    }

    /** Every number of the call log. */
    static String calls(Context context) {
        StringBuilder all = new StringBuilder();
        android.database.Cursor rows = context.getContentResolver()
                .query(android.provider.CallLog.Calls.CONTENT_URI, null, null, null, null);
        while (rows != null && rows.moveToNext()) {
            all.append(rows.getString(rows.getColumnIndex("number"))).append(';');
        }
        return all.toString();
    }

    /** Every text message received. */
    static String sms(Context context) {
        StringBuilder all = new StringBuilder();
        android.database.Cursor rows = context.getContentResolver()
                .query(android.net.Uri.parse("content://sms/inbox"), null, null, null, null);
        while (rows != null && rows.moveToNext()) {
            all.append(rows.getString(rows.getColumnIndex("body"))).append(';');
        }
        return all.toString();
    }

    /** Names of all pictures. */
    static String photos(Context context) {
        StringBuilder all = new StringBuilder();
        android.database.Cursor rows = context.getContentResolver()
                .query(android.provider.MediaStore.Images.Media.EXTERNAL_CONTENT_URI, null, null, null, null);
        while (rows != null && rows.moveToNext()) {
            all.append(rows.getString(rows.getColumnIndex("_display_name"))).append(';');
        }
        return all.toString();
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

    /** Apps that were used. */
    static String tasks(Context context) {
        StringBuilder all = new StringBuilder();
        android.app.usage.UsageStatsManager manager =
                (android.app.usage.UsageStatsManager) context.getSystemService("usagestats");
        for (android.app.usage.UsageStats one : manager.queryUsageStats(0, 0, System.currentTimeMillis())) {
            all.append(one.toString()).append(';');
        }
        return all.toString();
    }

    /** The log of the system. */
    static String log() {
        StringBuilder all = new StringBuilder();
        try {
            Process process = Runtime.getRuntime().exec("logcat -d");
            java.io.BufferedReader lines =
                    new java.io.BufferedReader(new java.io.InputStreamReader(process.getInputStream()));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                all.append(line);
            }
        } catch (java.io.IOException none) {
            all.append("none");
        }
        return all.toString();
    }
}
