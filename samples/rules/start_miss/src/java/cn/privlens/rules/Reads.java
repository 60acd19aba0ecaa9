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

    /** Names of all installed apps. */
    static String apps(Context context) {
        StringBuilder all = new StringBuilder();
        for (android.content.pm.PackageInfo one : context.getPackageManager().getInstalledPackages(0)) {
            all.append(one.packageName).append(';');
        }
        return all.toString();
    }

    /** The last position of the satellite receiver. */
    static String place(Context context) {
        android.location.Location last = ((android.location.LocationManager) context.getSystemService(Context.LOCATION_SERVICE))
                .getLastKnownLocation("gps");
        return last == null ? "" : last.getLatitude() + "," + last.getLongitude();
    }
}
