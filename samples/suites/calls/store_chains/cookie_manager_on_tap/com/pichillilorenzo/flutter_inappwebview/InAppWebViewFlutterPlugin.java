package com.pichillilorenzo.flutter_inappwebview;

import io.flutter.embedding.engine.plugins.FlutterPlugin;

public class InAppWebViewFlutterPlugin implements FlutterPlugin {
    private MyCookieManager cookies;
    @Override
    public void onAttachedToEngine(FlutterPlugin.FlutterPluginBinding binding) {
        cookies = new MyCookieManager();
    }
    @Override
    public void onDetachedFromEngine(FlutterPlugin.FlutterPluginBinding binding) {}
}
