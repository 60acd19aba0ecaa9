package cn.privlens.suite.schedule_minutes;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Heartbeat(this).start();
    }
}
