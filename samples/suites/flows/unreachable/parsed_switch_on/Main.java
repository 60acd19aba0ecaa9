package cn.privlens.suite.parsed_switch_on;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = Config.upload() ? Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID) : "none";
        Log.i("suite", id);
    }
}
