package cn.privlens.samples.weather;

import android.app.Service;
import android.content.Context;
import android.content.Intent;
import android.location.Location;
import android.location.LocationManager;
import android.os.IBinder;

/** Reads the coarse position without any screen. */
public class RefreshService extends Service {
    private Location last;

    @Override
    public int onStartCommand(Intent intent, int flags, int startId) {
        LocationManager manager = (LocationManager) getSystemService(Context.LOCATION_SERVICE);
        last = manager.getLastKnownLocation(LocationManager.NETWORK_PROVIDER);
        return START_NOT_STICKY;
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }

    Location last() {
        return last;
    }
}
