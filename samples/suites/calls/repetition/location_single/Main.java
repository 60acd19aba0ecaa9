package cn.privlens.suite.location_single;

import android.app.Activity;
import android.location.Location;
import android.location.LocationListener;
import android.location.LocationManager;
import android.os.Bundle;

public class Main extends Activity implements LocationListener {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        LocationManager m = ((LocationManager) getSystemService(LOCATION_SERVICE));
        m.getLastKnownLocation("gps");
    }
    @Override
    public void onLocationChanged(Location l) {}
    @Override
    public void onStatusChanged(String p, int s, Bundle b) {}
    @Override
    public void onProviderEnabled(String p) {}
    @Override
    public void onProviderDisabled(String p) {}
}
