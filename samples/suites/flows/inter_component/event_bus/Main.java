package cn.privlens.suite.event_bus;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import org.greenrobot.eventbus.EventBus;
import org.greenrobot.eventbus.Subscribe;

public class Main extends Activity {
    static class IdEvent {
        final String id;
        IdEvent(String id) { this.id = id; }
    }
    static class TickEvent {
        final int n;
        TickEvent(int n) { this.n = n; }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        EventBus.getDefault().register(this);
        EventBus.getDefault().post(new IdEvent(Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID)));
        EventBus.getDefault().post(new TickEvent(3));
    }
    @Subscribe
    public void onId(IdEvent event) {
        Log.i("suite", "event " + event.id);
    }
}
