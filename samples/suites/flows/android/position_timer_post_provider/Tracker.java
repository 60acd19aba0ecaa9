package cn.privlens.suite.position_timer_post_provider;

import android.app.Service;
import android.content.Intent;
import android.location.Location;
import android.location.LocationListener;
import android.location.LocationManager;
import android.os.Bundle;
import android.os.IBinder;
import java.util.Timer;
import java.util.TimerTask;

public class Tracker extends Service implements LocationListener {
    static String place = "";
    static String provider = "";

    @Override
    public void onCreate() {
        super.onCreate();
        LocationManager lm = (LocationManager) getSystemService(LOCATION_SERVICE);
        lm.requestLocationUpdates(LocationManager.GPS_PROVIDER, 60000, 10f, this);
        new Timer().schedule(new TimerTask() {
            @Override
            public void run() {
                Net.post("p=" + provider);
            }
        }, 1000, 60000);
    }

    @Override
    public void onLocationChanged(Location location) {
        place = location.getLatitude() + "," + location.getLongitude();
        provider = "gps";
    }

    @Override
    public void onStatusChanged(String p, int s, Bundle b) {}

    @Override
    public void onProviderEnabled(String p) {}

    @Override
    public void onProviderDisabled(String p) {}

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
