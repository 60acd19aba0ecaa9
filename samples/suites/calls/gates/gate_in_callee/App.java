package cn.privlens.suite.gate_in_callee;

import android.app.Application;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();

        Starter.go(this);

    }
}
