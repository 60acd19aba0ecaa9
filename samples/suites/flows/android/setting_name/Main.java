package cn.privlens.suite.setting_name;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String v = Settings.Secure.getString(getContentResolver(), "android_id");
        Log.i("suite", "setting " + v);
    }
}
