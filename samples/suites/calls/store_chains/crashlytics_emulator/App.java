package cn.privlens.suite.crashlytics_emulator;

import android.app.Application;
import com.google.firebase.crashlytics.FirebaseCrashlytics;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        FirebaseCrashlytics.start(this);
    }
}
