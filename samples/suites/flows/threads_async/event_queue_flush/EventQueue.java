package cn.privlens.suite.event_queue_flush;

import android.os.Handler;
import android.os.HandlerThread;
import android.os.Message;
import android.util.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;

final class EventQueue implements Handler.Callback {
    private static final int FLUSH = 7;
    private static EventQueue shared;
    private final LinkedBlockingQueue<Event> pending = new LinkedBlockingQueue<>();
    private final Handler handler;

    private EventQueue() {
        HandlerThread thread = new HandlerThread("events");
        thread.start();
        handler = new Handler(thread.getLooper(), this);
    }

    static synchronized EventQueue shared() {
        if (shared == null) {
            shared = new EventQueue();
        }
        return shared;
    }

    void track(String name, Map<String, String> props) {
        pending.offer(new Event(name, props));
        if (!handler.hasMessages(FLUSH)) {
            handler.sendEmptyMessageDelayed(FLUSH, 3000);
        }
    }

    @Override
    public boolean handleMessage(Message message) {
        if (message.what == FLUSH) {
            flush();
            return true;
        }
        return false;
    }

    private void flush() {
        List<Event> batch = new ArrayList<>();
        pending.drainTo(batch);
        StringBuilder text = new StringBuilder();
        for (Event event : batch) {
            text.append(event.name);
            for (Map.Entry<String, String> e : event.props.entrySet()) {
                text.append('&').append(e.getKey()).append('=').append(e.getValue());
            }
            text.append('\n');
        }
        Log.i("events", text.toString());
    }
}
