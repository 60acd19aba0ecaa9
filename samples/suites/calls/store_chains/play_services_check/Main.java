package cn.privlens.suite.play_services_check;

import android.app.Activity;
import android.os.Bundle;
import com.google.android.gms.common.GooglePlayServicesUtilLight;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        GooglePlayServicesUtilLight.isGooglePlayServicesAvailable(this);
    }
}
