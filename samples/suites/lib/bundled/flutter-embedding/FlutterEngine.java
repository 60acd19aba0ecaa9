package io.flutter.embedding.engine;

import io.flutter.embedding.engine.plugins.FlutterPlugin;
import io.flutter.embedding.engine.plugins.PluginRegistry;

/** Stands for the library's class: same name and members, a body of our own. */
public class FlutterEngine {
    private final PluginRegistry plugins = new PluginRegistry() {
        @Override
        public void add(FlutterPlugin plugin) {
            plugin.onAttachedToEngine(new FlutterPlugin.FlutterPluginBinding());
        }
    };

    public PluginRegistry getPlugins() {
        return plugins;
    }
}
