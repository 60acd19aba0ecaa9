package cn.privlens.suite.default_method_of_second;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    interface Device { default String label(Context context) { return Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID); } }
    interface Fixed { default String label(Context context) { return "fixed"; } }
    static class Both implements Device, Fixed {
        @Override
        public String label(Context context) { return Fixed.super.label(context); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("suite", new Both().label(this));
    }
}
