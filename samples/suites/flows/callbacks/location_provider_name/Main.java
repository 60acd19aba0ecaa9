package cn.privlens.suite.location_provider_name;

import android.app.Activity;
import android.location.Location;
import android.location.LocationListener;
import android.location.LocationManager;
import android.os.Bundle;
import android.telephony.SmsManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ((LocationManager) getSystemService(LOCATION_SERVICE)).requestLocationUpdates("network", 5000, 0, new LocationListener() {
            @Override
            public void onLocationChanged(Location l) {
                String text = "net";

                SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null);
            }
            @Override
            public void onStatusChanged(String p, int s, Bundle b) {}
            @Override
            public void onProviderEnabled(String p) {}
            @Override
            public void onProviderDisabled(String p) {}
        });
    }
}
