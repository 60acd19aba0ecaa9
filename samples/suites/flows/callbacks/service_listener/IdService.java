package cn.privlens.suite.service_listener;

import android.app.Service;
import android.content.Intent;
import android.os.Binder;
import android.os.IBinder;
import android.provider.Settings;
import java.util.ArrayList;
import java.util.List;

public class IdService extends Service {
    interface Listener {
        void onId(String id);
    }

    final class Local extends Binder {
        IdService service() {
            return IdService.this;
        }
    }

    private final Local binder = new Local();
    private final List<Listener> listeners = new ArrayList<>();

    void add(Listener listener) {
        listeners.add(listener);
    }

    void remove(Listener listener) {
        listeners.remove(listener);
    }

    void load() {
        String id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        for (Listener listener : listeners) {
            listener.onId(id);
        }
    }

    @Override
    public IBinder onBind(Intent intent) {
        return binder;
    }
}
