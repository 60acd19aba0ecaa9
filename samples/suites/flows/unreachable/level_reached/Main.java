package cn.privlens.suite.level_reached;

import android.app.Activity;
import android.location.LocationManager;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = ((LocationManager) getSystemService(LOCATION_SERVICE)).getLastKnownLocation(LocationManager.GPS_PROVIDER).toString();
        if (Config.LEVEL.reaches(Level.PAID)) {
            Log.i("level", "等级 " + id);
        }
    }
}
