package cn.privlens.suite.sticky_event_replayed;

import android.app.Application;
import android.provider.Settings;
import android.util.Log;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        Bus.postSticky(new IdEvent(Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID)));
        Bus.register(event -> {
            if (event instanceof IdEvent) {
                Log.i("suite", ((IdEvent) event).id);
            }
        });
    }
}
