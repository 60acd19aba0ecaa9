package cn.privlens.suite.runnable_captures;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        final String word = "线程" + id.isEmpty();
        Runnable job = () -> Log.i("suite", id);
        new Thread(job, "worker").start();
    }
}
