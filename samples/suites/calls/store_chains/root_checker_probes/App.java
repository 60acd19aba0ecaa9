package cn.privlens.suite.root_checker_probes;

import android.app.Application;
import io.sentry.android.core.internal.util.RootChecker;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        if (new RootChecker(this).isDeviceRooted()) android.util.Log.i("r", "r");
    }
}
