package cn.privlens.suite.varargs;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    private static String join(Object... parts) {
        String s = "";
        for (Object part : parts) {
            s += part;
        }
        return s;
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("suite", join("a", 1, Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID)));
    }
}
