package io.flutter.embedding.engine.plugins;

/** Stands for the library's class: same name and members, a body of our own. */
public interface FlutterPlugin {
    void onAttachedToEngine(FlutterPluginBinding binding);

    void onDetachedFromEngine(FlutterPluginBinding binding);

    final class FlutterPluginBinding {}
}
