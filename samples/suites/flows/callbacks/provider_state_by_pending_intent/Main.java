package cn.privlens.suite.provider_state_by_pending_intent;

import android.app.Activity;
import android.app.PendingIntent;
import android.content.Intent;
import android.location.LocationManager;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent told = new Intent(this, Fix.class);
        PendingIntent later = PendingIntent.getBroadcast(this, 7, told, PendingIntent.FLAG_UPDATE_CURRENT);
        LocationManager places = (LocationManager) getSystemService(LOCATION_SERVICE);
        places.requestLocationUpdates(LocationManager.GPS_PROVIDER, 60000L, 10f, later);
    }
}
