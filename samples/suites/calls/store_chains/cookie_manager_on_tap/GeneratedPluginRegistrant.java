package cn.privlens.suite.cookie_manager_on_tap;

import com.pichillilorenzo.flutter_inappwebview.InAppWebViewFlutterPlugin;
import io.flutter.embedding.engine.FlutterEngine;

public final class GeneratedPluginRegistrant {
    public static void registerWith(FlutterEngine engine) {
        engine.getPlugins().add(new InAppWebViewFlutterPlugin());
    }
}
