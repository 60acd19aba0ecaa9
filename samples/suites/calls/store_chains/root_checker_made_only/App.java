package cn.privlens.suite.root_checker_made_only;

import android.app.Application;
import io.sentry.android.core.internal.util.RootChecker;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        android.util.Log.i("r", String.valueOf(new RootChecker(this).getClass()));
    }
}
