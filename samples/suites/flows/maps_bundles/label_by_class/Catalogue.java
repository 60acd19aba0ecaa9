package cn.privlens.suite.label_by_class;

import java.util.HashMap;
import java.util.Map;

final class Catalogue {
    private final Map<Class<?>, String> labels = new HashMap<>();

    Catalogue label(Class<?> type, String text) {
        labels.put(type, text);
        return this;
    }

    String of(Class<?> type) {
        return labels.get(type);
    }
}
