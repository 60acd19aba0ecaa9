package io.flutter.embedding.android;

import android.app.Activity;
import android.os.Bundle;
import io.flutter.embedding.engine.FlutterEngine;

/** Stands for the library's class: same name and members, a body of our own. */
public class FlutterActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        configureFlutterEngine(new FlutterEngine());
    }

    public void configureFlutterEngine(FlutterEngine engine) {}
}
