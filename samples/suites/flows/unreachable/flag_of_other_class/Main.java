package cn.privlens.suite.flag_of_other_class;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        if (Flags.LOGGING) {
            Log.i("suite", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        }
    }
}
