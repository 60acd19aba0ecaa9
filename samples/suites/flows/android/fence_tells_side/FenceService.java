package cn.privlens.suite.fence_tells_side;

import android.app.Service;
import android.content.Intent;
import android.location.Location;
import android.location.LocationListener;
import android.location.LocationManager;
import android.os.Bundle;
import android.os.IBinder;
import android.util.Log;
import java.util.Locale;

public class FenceService extends Service implements LocationListener {
    private static final double CENTRE_LATITUDE = 39.9;
    private static final double CENTRE_LONGITUDE = 116.4;

    private final float[] distance = new float[1];

    @Override
    public void onCreate() {
        super.onCreate();
        LocationManager manager = (LocationManager) getSystemService(LOCATION_SERVICE);
        manager.requestLocationUpdates(LocationManager.GPS_PROVIDER, 30000, 50f, this);
    }

    @Override
    public void onLocationChanged(Location place) {
        Location.distanceBetween(place.getLatitude(), place.getLongitude(), CENTRE_LATITUDE, CENTRE_LONGITUDE, distance);
        String side = "outside";
        if (distance[0] < 200f) {
            side = "inside";
        }
        String position = String.format(Locale.US, "%.5f/%.5f", place.getLatitude(), place.getLongitude());
        if (!position.isEmpty()) {
            Log.i("suite", "now " + side);
        }
    }

    @Override
    public void onStatusChanged(String provider, int status, Bundle extras) {}

    @Override
    public void onProviderEnabled(String provider) {}

    @Override
    public void onProviderDisabled(String provider) {}

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
