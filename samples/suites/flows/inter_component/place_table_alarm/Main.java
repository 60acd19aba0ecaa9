package cn.privlens.suite.place_table_alarm;

import android.app.Activity;
import android.app.AlarmManager;
import android.app.PendingIntent;
import android.content.Intent;
import android.location.Location;
import android.location.LocationListener;
import android.location.LocationManager;
import android.os.Bundle;

public class Main extends Activity implements LocationListener {
    private Places places;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        places = new Places(this);
        ((LocationManager) getSystemService(LOCATION_SERVICE)).requestLocationUpdates("gps", 5000, 1f, this);
        PendingIntent wake = PendingIntent.getBroadcast(this, 0, new Intent(this, Upload.class), 0);
        AlarmManager alarms = (AlarmManager) getSystemService(ALARM_SERVICE);
        alarms.setInexactRepeating(AlarmManager.RTC, System.currentTimeMillis(), 3600000L, wake);
    }

    @Override
    public void onLocationChanged(Location l) {
        places.add(l.getLatitude(), l.getLongitude());
    }

    @Override
    public void onStatusChanged(String p, int s, Bundle b) {}

    @Override
    public void onProviderEnabled(String p) {}

    @Override
    public void onProviderDisabled(String p) {}
}
