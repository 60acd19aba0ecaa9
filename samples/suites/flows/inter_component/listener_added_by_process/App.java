package cn.privlens.suite.listener_added_by_process;

import android.app.Application;
import android.util.Log;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        Bus.ONE.add(text -> Log.i("suite", text));
    }
}
