package cn.privlens.suite.static_field_set_by_other_name;

import android.app.Activity;
import android.location.LocationManager;
import android.os.Bundle;
import android.util.Log;
import java.lang.reflect.Field;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Field f = Shelf.class.getDeclaredField("spare");
            f.setAccessible(true);
            f.set(null, ((LocationManager) getSystemService(LOCATION_SERVICE)).getLastKnownLocation(LocationManager.GPS_PROVIDER).toString());
        } catch (ReflectiveOperationException e) {
            finish();
        }
        Log.i("static", Shelf.serial() + Shelf.complete());
    }
}
