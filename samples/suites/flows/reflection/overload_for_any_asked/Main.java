package cn.privlens.suite.overload_for_any_asked;

import android.app.Activity;
import android.location.LocationManager;
import android.os.Bundle;
import java.lang.reflect.Method;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Sink sink = new Sink();
            Method put = Sink.class.getMethod("put", Object.class);
            put.invoke(sink, ((LocationManager) getSystemService(LOCATION_SERVICE)).getLastKnownLocation(LocationManager.GPS_PROVIDER).toString());
        } catch (ReflectiveOperationException e) {
            finish();
        }
    }
}
