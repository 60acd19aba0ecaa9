package cn.privlens.suite.alias_launcher;

import android.app.Activity;
import android.os.Bundle;

public class Front extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle("前");
    }
}
