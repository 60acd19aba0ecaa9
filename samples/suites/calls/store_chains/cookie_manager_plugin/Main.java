package cn.privlens.suite.cookie_manager_plugin;

import io.flutter.embedding.android.FlutterActivity;
import io.flutter.embedding.engine.FlutterEngine;

public class Main extends FlutterActivity {
    @Override
    public void configureFlutterEngine(FlutterEngine engine) {
        GeneratedPluginRegistrant.registerWith(engine);
    }
}
