package cn.privlens.suite.location_listener_speed;

import android.app.Activity;
import android.location.Location;
import android.location.LocationListener;
import android.location.LocationManager;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity implements LocationListener {
    private String place = "";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        LocationManager manager = ((LocationManager) getSystemService(LOCATION_SERVICE));
        manager.requestLocationUpdates(LocationManager.GPS_PROVIDER, 1000, 1f, this);
    }
    @Override
    public void onLocationChanged(Location location) {
        place = "seen";
    }
    @Override
    protected void onPause() {
        super.onPause();
        Log.i("suite", place);
    }
    @Override
    public void onStatusChanged(String provider, int status, Bundle extras) {}
    @Override
    public void onProviderEnabled(String provider) {}
    @Override
    public void onProviderDisabled(String provider) {}
}
