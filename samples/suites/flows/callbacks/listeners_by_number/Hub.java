package cn.privlens.suite.listeners_by_number;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

final class Hub {
    interface Handler {
        void handle(String text);
    }

    private final Map<Integer, Set<Handler>> handlers = new HashMap<>();

    void add(int what, Handler handler) {
        Set<Handler> set = handlers.get(what);
        if (set == null) {
            set = new HashSet<>();
            handlers.put(what, set);
        }
        set.add(handler);
    }

    void send(int what, String text) {
        Set<Handler> set = handlers.get(what);
        if (set == null) {
            return;
        }
        for (Handler handler : set) {
            handler.handle(text);
        }
    }
}
