package cn.privlens.suite.listener_added_by_process;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

final class Bus {
    interface Listener {
        void on(String text);
    }

    static final Bus ONE = new Bus();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    void add(Listener listener) {
        listeners.add(listener);
    }

    void tell(String text) {
        for (Listener listener : listeners) {
            listener.on(text);
        }
    }
}
