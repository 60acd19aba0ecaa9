package cn.privlens.suite.application_map_other_key;

import android.app.Application;
import java.util.HashMap;
import java.util.Map;

public class App extends Application {
    final Map<String, String> shared = new HashMap<>();
}
