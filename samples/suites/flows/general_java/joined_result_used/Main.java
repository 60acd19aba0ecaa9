package cn.privlens.suite.joined_result_used;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    private String line = "device=?";

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        append(";id=", id);
        Log.i("suite", line);
        String unused = line.trim();
        if (unused.isEmpty()) {
            finish();
        }
    }

    private void append(String name, String value) {
        if (value == null) {
            return;
        }
        line = line.concat(name).concat(value);
        line = line.replace("?", value);
    }
}
