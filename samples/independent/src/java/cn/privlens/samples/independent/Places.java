package cn.privlens.samples.independent;

import android.app.PendingIntent;
import android.content.Context;
import android.content.Intent;
import android.location.Geocoder;
import android.location.Location;
import android.location.LocationListener;
import android.location.LocationManager;
import java.io.IOException;

/** Where the device is, by a lambda, by an intent to a receiver, and not at all. */
final class Places {
    private Places() {}

    static void run(Context context) {
        LocationManager manager = (LocationManager) context.getSystemService("location");
        listen(manager);
        intent(context, manager);
        best(manager);
        named(context);
        switchedOn(manager);
        distance();
    }

    private static void listen(LocationManager manager) {
        LocationListener listener = place -> System.out.println(place.getLatitude() + "," + place.getLongitude());
        manager.requestLocationUpdates("gps", 1000L, 10f, listener);
    }

    private static void intent(Context context, LocationManager manager) {
        PendingIntent target =
                PendingIntent.getBroadcast(context, 0, new Intent(context, PlaceReceiver.class), 0);
        manager.requestLocationUpdates(LocationManager.GPS_PROVIDER, 1000L, 10f, target);
    }

    /** Each provider is asked; the names come from the system. */
    private static Location best(LocationManager manager) {
        Location best = null;
        for (String provider : manager.getProviders(true)) {
            best = manager.getLastKnownLocation(provider);
        }
        return best;
    }

    /** Asks where a city is, not where the device is. */
    private static void named(Context context) {
        try {
            new Geocoder(context).getFromLocationName("北京", 1);
        } catch (IOException offline) {
            // No answer.
        }
    }

    private static boolean switchedOn(LocationManager manager) {
        return manager.isProviderEnabled("gps");
    }

    /** A place that the app itself makes up. */
    private static void distance() {
        Location palace = new Location("故宫");
        palace.setLatitude(39.9);
        palace.setLongitude(116.4);
        System.out.println(palace.getProvider());
    }
}
