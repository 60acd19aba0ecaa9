package cn.privlens.suite.thread_local_of_other_thread;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    private static final ThreadLocal<String> OWN = new ThreadLocal<String>();
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        OWN.set(Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        new Thread(() -> Log.i("suite", "" + OWN.get())).start();
    }
}
