package cn.privlens.suite.alarm_rings_for_good;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Rings.set(this);
    }
}
