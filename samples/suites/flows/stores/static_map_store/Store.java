package cn.privlens.suite.static_map_store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class Store {
    private static final Map<String, String> ALL = new ConcurrentHashMap<>();
    static void put(String k, String v) { ALL.put(k, v); }
    static String get(String k) { return ALL.get(k); }
    static void clear() { ALL.clear(); }
}
