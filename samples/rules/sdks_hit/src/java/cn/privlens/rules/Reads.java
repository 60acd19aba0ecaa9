package cn.privlens.rules;

import android.content.Context;

/** The places where this app reads personal information. */
final class Reads {
    private Reads() {}

    /** The last position of the satellite receiver. */
    static String place(Context context) {
        android.location.Location last = ((android.location.LocationManager) context.getSystemService(Context.LOCATION_SERVICE))
                .getLastKnownLocation("gps");
        return last == null ? "" : last.getLatitude() + "," + last.getLongitude();
    }

    /** The phone number of the SIM card. */
    static String phone(Context context) {
        return ((android.telephony.TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getLine1Number();
    }
}
