package cn.privlens.suite.receiver_hub;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class ReceiverHub {
    interface Handler {
        void handle(Intent intent);
    }

    private final Context context;
    private final Map<String, Handler> handlers = new HashMap<>();
    private final List<BroadcastReceiver> receivers = new ArrayList<>();

    ReceiverHub(Context context) {
        this.context = context;
    }

    void on(String action, Handler handler) {
        handlers.put(action, handler);
        BroadcastReceiver receiver = new BroadcastReceiver() {
            @Override
            public void onReceive(Context c, Intent intent) {
                Handler found = handlers.get(intent.getAction());
                if (found != null) {
                    found.handle(intent);
                }
            }
        };
        context.registerReceiver(receiver, new IntentFilter(action));
        receivers.add(receiver);
    }

    void close() {
        for (BroadcastReceiver receiver : receivers) {
            context.unregisterReceiver(receiver);
        }
        receivers.clear();
    }
}
