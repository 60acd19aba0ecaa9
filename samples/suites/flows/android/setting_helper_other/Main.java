package cn.privlens.suite.setting_helper_other;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

/** A helper with a fallback: the names come from an array, each with a use of its own. */
public class Main extends Activity {
    private static final String[] NAMES = {"android_id", "accelerometer_rotation"};

    private static String read(Context context, String name, String fallback) {
        String found = Settings.System.getString(context.getContentResolver(), name);
        if (found == null) {
            found = Settings.Secure.getString(context.getContentResolver(), name);
        }
        return found != null ? found : fallback;
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String own = read(this, NAMES[0], "none");
        setTitle(own.isEmpty() ? "空" : "有");
        Log.i("turns", read(this, "accelerometer_rotation", "android_id"));
    }
}
