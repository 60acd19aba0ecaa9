package cn.privlens.suite.gate_in_one_caller;

import android.app.Application;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        if (getSharedPreferences("config", MODE_PRIVATE).getBoolean("privacy_agreed", false)) {
            Starter.go(this);
        }
    }
}
