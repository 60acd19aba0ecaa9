package cn.privlens.suite.number_format_message;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            setTitle("" + Integer.parseInt("id" + Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID)));
        } catch (NumberFormatException e) {
            Log.i("suite", e.getMessage());
        }
    }
}
