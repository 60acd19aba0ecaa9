package cn.privlens.suite.pooled_event_cleared;

final class Event {
    private static Event pool;
    String text;

    static Event obtain() {
        Event e = pool;
        if (e != null) {
            pool = null;
            return e;
        }
        return new Event();
    }

    void recycle() {
        text = null;
        pool = this;
    }
}
