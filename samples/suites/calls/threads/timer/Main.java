package cn.privlens.suite.timer;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import java.util.Timer;
import java.util.TimerTask;

public class Main extends Activity {
    private void begin() {
        new Timer("t").schedule(new TimerTask() {
            @Override
            public void run() { Settings.Secure.getString(Main.this.getContentResolver(), Settings.Secure.ANDROID_ID); }
            }, 1000);
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        begin();
    }
}
