package org.greenrobot.eventbus;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** Stands for the library's class: same name and members, a body of our own. */
public class EventBus {
    private static final EventBus DEFAULT = new EventBus();
    private final List<Object> subscribers = new ArrayList<>();

    public static EventBus getDefault() {
        return DEFAULT;
    }

    public void register(Object subscriber) {
        subscribers.add(subscriber);
    }

    public void unregister(Object subscriber) {
        subscribers.remove(subscriber);
    }

    public void post(Object event) {
        for (Object subscriber : subscribers) {
            for (Method method : subscriber.getClass().getMethods()) {
                Class<?>[] types = method.getParameterTypes();
                if (method.isAnnotationPresent(Subscribe.class) && types.length == 1 && types[0].isInstance(event)) {
                    try {
                        method.invoke(subscriber, event);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }
    }
}
