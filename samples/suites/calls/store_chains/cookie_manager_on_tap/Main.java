package cn.privlens.suite.cookie_manager_on_tap;

import android.widget.Button;
import io.flutter.embedding.android.FlutterActivity;
import io.flutter.embedding.engine.FlutterEngine;

public class Main extends FlutterActivity {
    @Override
    public void configureFlutterEngine(FlutterEngine engine) {
        Button b = new Button(this);
        b.setOnClickListener(v -> GeneratedPluginRegistrant.registerWith(engine));
        setContentView(b);
    }
}
