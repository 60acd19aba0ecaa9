package cn.privlens.judged.fitnessdenies;

import android.content.Context;
import android.location.Location;
import android.location.LocationManager;

/** The places where this app reads personal information. */
final class Reads {
    private Reads() {}

    /** The last position of the satellite receiver. */
    static String place(Context context) {
        LocationManager manager = (LocationManager) context.getSystemService(Context.LOCATION_SERVICE);
        Location last = manager.getLastKnownLocation(LocationManager.GPS_PROVIDER);
        return last == null ? "" : last.getLatitude() + "," + last.getLongitude();
    }
}
