package cn.privlens.suite.event_before_subscription;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class Bus {
    interface Subscriber {
        void on(Object event);
    }

    private static final List<Subscriber> subscribers = new ArrayList<>();
    private static final Map<Class<?>, Object> sticky = new HashMap<>();

    static void post(Object event) {
        for (Subscriber s : subscribers) {
            s.on(event);
        }
    }

    static void postSticky(Object event) {
        sticky.put(event.getClass(), event);
        post(event);
    }

    static void register(Subscriber s) {
        subscribers.add(s);
        for (Object event : sticky.values()) {
            s.on(event);
        }
    }
}
