package cn.privlens.suite.position_zeroed_at_once;

import android.app.Activity;
import android.location.Location;
import android.location.LocationListener;
import android.location.LocationManager;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity implements LocationListener {
    private double latitude;
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ((LocationManager) getSystemService(LOCATION_SERVICE)).requestLocationUpdates("gps", 60000L, 10f, this);
    }
    @Override
    public void onLocationChanged(Location place) {
        latitude = place.getLatitude();
        latitude = 0.0;
    }
    @Override
    public void onStatusChanged(String provider, int status, Bundle more) { }
    @Override
    public void onProviderEnabled(String provider) { }
    @Override
    public void onProviderDisabled(String provider) { }
    @Override
    protected void onStop() {
        super.onStop();
        Log.i("suite", "last " + latitude);
    }
}
