package cn.privlens.suite.binder_tells_listener_state;

import android.app.Service;
import android.content.Intent;
import android.os.Binder;
import android.os.IBinder;
import android.telephony.TelephonyManager;
import java.util.ArrayList;
import java.util.List;

public class Ids extends Service {
    interface Listener {
        void onId(String id);
    }

    private final List<Listener> listeners = new ArrayList<>();

    class Access extends Binder {
        void add(Listener l) {
            listeners.add(l);
            tell();
        }
    }

    private void tell() {
        String serial = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        for (Listener l : listeners) {
            l.onId(serial == null ? "none" : "some");
        }
    }

    @Override
    public IBinder onBind(Intent intent) {
        return new Access();
    }
}
