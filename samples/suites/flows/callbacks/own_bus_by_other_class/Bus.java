package cn.privlens.suite.own_bus_by_other_class;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class Bus {
    interface Listener<E> { void on(E event); }
    private final Map<Class<?>, List<Listener<?>>> listeners = new HashMap<>();
    <E> void listen(Class<E> type, Listener<E> listener) {
        List<Listener<?>> list = listeners.get(type);
        if (list == null) {
            list = new ArrayList<>();
            listeners.put(type, list);
        }
        list.add(listener);
    }
    @SuppressWarnings("unchecked")
    <E> void tell(E event) {
        List<Listener<?>> list = listeners.get(event.getClass());
        if (list != null) {
            for (Listener<?> one : list) {
                ((Listener<E>) one).on(event);
            }
        }
    }
}
