package cn.privlens.suite.instance_given_to_registry_length;

import android.app.Application;
import android.util.Log;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

public class App extends Application {
    interface Described {
        String describe();
    }

    final List<WeakReference<Described>> pages = new ArrayList<>();

    @Override
    public void onTrimMemory(int level) {
        super.onTrimMemory(level);
        for (WeakReference<Described> page : pages) {
            Described d = page.get();
            if (d != null) {
                Log.i("app", d.describe());
            }
        }
    }
}
