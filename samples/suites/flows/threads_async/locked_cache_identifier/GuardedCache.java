package cn.privlens.suite.locked_cache_identifier;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

final class GuardedCache {
    private final Map<String, String> values = new HashMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    void put(String key, String value) {
        lock.writeLock().lock();
        try {
            values.put(key, value);
        } finally {
            lock.writeLock().unlock();
        }
    }

    String get(String key) {
        lock.readLock().lock();
        try {
            return values.get(key);
        } finally {
            lock.readLock().unlock();
        }
    }
}
