package cn.privlens.suite.mode_hides;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Mode.valueOf("HIDE").use(Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
    }
}
