package cn.privlens.suite.location_url_template;

import android.app.Activity;
import android.location.Location;
import android.location.LocationListener;
import android.location.LocationManager;
import android.os.Bundle;
import java.util.Locale;

public class Main extends Activity implements LocationListener {
    private LocationManager manager;

    @Override
    protected void onResume() {
        super.onResume();
        manager = (LocationManager) getSystemService(LOCATION_SERVICE);
        manager.requestLocationUpdates(LocationManager.GPS_PROVIDER, 60_000, 100, this);
    }

    @Override
    protected void onPause() {
        manager.removeUpdates(this);
        super.onPause();
    }

    @Override
    public void onLocationChanged(Location location) {
        String place = location == null
                ? "none" : String.format(Locale.US, "%.4f,%.4f", location.getLatitude(), location.getLongitude());
        new Forecast().execute(place);
    }

    @Override
    public void onStatusChanged(String provider, int status, Bundle extras) {}

    @Override
    public void onProviderEnabled(String provider) {}

    @Override
    public void onProviderDisabled(String provider) {}
}
