package cn.privlens.suite.second_of_runnables;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        final String word = "hello";
        class Show implements Runnable {
            @Override
            public void run() { Log.i("suite", id); }
        }
        class Greet implements Runnable {
            @Override
            public void run() { Log.i("suite", word); }
        }
        Runnable[] all = {new Greet(), new Show()};
        all[1].run();
    }
}
