package cn.privlens.suite.queue_until_enabled;

import java.util.ArrayList;
import java.util.List;

final class Tracker {
    private static final List<Runnable> WAITING = new ArrayList<>();
    private static boolean enabled;
    private Tracker() {}
    static synchronized void when(Runnable work) {
        if (enabled) {
            work.run();
        } else {
            WAITING.add(work);
        }
    }
    static synchronized void enable() {
        enabled = true;
        for (Runnable work : WAITING) {
            work.run();
        }
        WAITING.clear();
    }
}
