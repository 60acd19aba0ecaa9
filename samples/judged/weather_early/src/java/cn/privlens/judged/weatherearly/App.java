package cn.privlens.judged.weatherearly;

import android.app.Application;

/** Reads as soon as the process starts. */
public class App extends Application {
    private String first = "";

    @Override
    public void onCreate() {
        super.onCreate();
        first = Reads.androidId(this);
    }

    public String first() {
        return first;
    }
}
