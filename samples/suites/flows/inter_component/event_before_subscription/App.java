package cn.privlens.suite.event_before_subscription;

import android.app.Application;
import android.provider.Settings;
import android.util.Log;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        Bus.post(new IdEvent(Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID)));
        Bus.register(event -> {
            if (event instanceof IdEvent) {
                Log.i("suite", ((IdEvent) event).id);
            }
        });
    }
}
