package cn.privlens.suite.location_listener_on_tap;

import android.app.Activity;
import android.location.Location;
import android.location.LocationListener;
import android.location.LocationManager;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.Button;

public class Main extends Activity implements LocationListener {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button b = new Button(this);
        b.setOnClickListener(v -> listen());
        setContentView(b);
    }
    private void listen() { ((LocationManager) getSystemService(LOCATION_SERVICE)).requestLocationUpdates("gps", 0, 0, this); }
    @Override
    public void onLocationChanged(Location l) { ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId(); }
    @Override
    public void onStatusChanged(String p, int s, Bundle b) {}
    @Override
    public void onProviderEnabled(String p) {}
    @Override
    public void onProviderDisabled(String p) {}
}
