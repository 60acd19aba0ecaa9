package androidx.localbroadcastmanager.content;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;
import java.util.ArrayList;
import java.util.List;

/** Stands for the library's class: same name and members, a body of our own. */
public final class LocalBroadcastManager {
    private static LocalBroadcastManager instance;
    private final Context context;
    private final List<Object[]> receivers = new ArrayList<>();

    private LocalBroadcastManager(Context context) {
        this.context = context;
    }

    public static LocalBroadcastManager getInstance(Context context) {
        if (instance == null) {
            instance = new LocalBroadcastManager(context.getApplicationContext());
        }
        return instance;
    }

    public void registerReceiver(BroadcastReceiver receiver, IntentFilter filter) {
        receivers.add(new Object[] {receiver, filter});
    }

    public void unregisterReceiver(BroadcastReceiver receiver) {
        for (int i = receivers.size() - 1; i >= 0; i--) {
            if (receivers.get(i)[0] == receiver) {
                receivers.remove(i);
            }
        }
    }

    public boolean sendBroadcast(Intent intent) {
        boolean found = false;
        for (Object[] pair : receivers) {
            if (((IntentFilter) pair[1]).hasAction(intent.getAction())) {
                ((BroadcastReceiver) pair[0]).onReceive(context, intent);
                found = true;
            }
        }
        return found;
    }
}
