package cn.privlens.suite.log_wrapper_debug_on;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = Settings.Secure.getString(getContentResolver(), "android_id");
        Logger.d("device %s of %s", id, "channel");
    }
}
