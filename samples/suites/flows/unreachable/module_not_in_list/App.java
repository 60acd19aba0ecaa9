package cn.privlens.suite.module_not_in_list;

import android.app.Application;
import java.util.ArrayList;
import java.util.List;

public class App extends Application {
    private final List<Module> modules = new ArrayList<>();

    @Override
    public void onCreate() {
        super.onCreate();
        modules.add(new ThemeModule());

        for (Module module : modules) {
            module.start(this);
        }
    }
}
