package cn.privlens.suite.hook_taken_back;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        Thread last = new Thread(() -> Log.i("suite", id));
        Runtime.getRuntime().addShutdownHook(last);
        Runtime.getRuntime().removeShutdownHook(last);
    }
}
