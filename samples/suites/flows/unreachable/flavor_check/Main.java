package cn.privlens.suite.flavor_check;

import android.app.Activity;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onStart() {
        super.onStart();
        String id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        if (BuildInfo.isDomestic()) {
            Log.d("start", "id=" + id);
        }
    }
}
