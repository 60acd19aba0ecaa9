package cn.privlens.suite.location_provider_enabled;

import android.app.Activity;
import android.location.Location;
import android.location.LocationManager;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        LocationManager lm = ((LocationManager) getSystemService(LOCATION_SERVICE));
        Location l = lm.getLastKnownLocation(LocationManager.GPS_PROVIDER);
        if (l != null) {
            Log.i("suite", "at " + lm.getAllProviders().size());
        }
    }
}
