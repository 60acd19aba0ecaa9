package cn.privlens.suite.process_text_query_later;

import android.view.View;
import io.flutter.embedding.android.FlutterActivity;
import io.flutter.embedding.engine.FlutterEngine;
import io.flutter.plugin.text.ProcessTextPlugin;

public class Main extends FlutterActivity {
    @Override
    public void configureFlutterEngine(FlutterEngine engine) {
        ProcessTextPlugin p = new ProcessTextPlugin(this);
        View v = new View(this);
        v.setOnLongClickListener(x -> {
            p.cacheResolveInfos();
            return true;
        });
        setContentView(v);
    }
}
