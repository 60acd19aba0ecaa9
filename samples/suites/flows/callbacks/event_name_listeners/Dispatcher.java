package cn.privlens.suite.event_name_listeners;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class Dispatcher {
    interface Listener {
        void on(String data);
    }

    private final Map<String, List<Listener>> listeners = new HashMap<>();

    void on(String event, Listener l) {
        List<Listener> found = listeners.get(event);
        if (found == null) {
            found = new ArrayList<>();
            listeners.put(event, found);
        }
        found.add(l);
    }

    void fire(String event, String data) {
        List<Listener> found = listeners.get(event);
        if (found != null) {
            for (Listener l : found) {
                l.on(data);
            }
        }
    }
}
