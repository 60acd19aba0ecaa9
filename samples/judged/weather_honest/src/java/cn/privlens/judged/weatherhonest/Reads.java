package cn.privlens.judged.weatherhonest;

import android.content.Context;
import android.location.Location;
import android.location.LocationManager;
import android.provider.Settings;

/** The places where this app reads personal information. */
final class Reads {
    private Reads() {}

    /** The Android ID. */
    static String androidId(Context context) {
        return Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID);
    }

    /** The last position of the satellite receiver. */
    static String place(Context context) {
        LocationManager manager = (LocationManager) context.getSystemService(Context.LOCATION_SERVICE);
        Location last = manager.getLastKnownLocation(LocationManager.GPS_PROVIDER);
        return last == null ? "" : last.getLatitude() + "," + last.getLongitude();
    }
}
