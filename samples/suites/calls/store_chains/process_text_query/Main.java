package cn.privlens.suite.process_text_query;

import io.flutter.embedding.android.FlutterActivity;
import io.flutter.embedding.engine.FlutterEngine;
import io.flutter.plugin.text.ProcessTextPlugin;

public class Main extends FlutterActivity {
    @Override
    public void configureFlutterEngine(FlutterEngine engine) {
        ProcessTextPlugin p = new ProcessTextPlugin(this);

    }
}
