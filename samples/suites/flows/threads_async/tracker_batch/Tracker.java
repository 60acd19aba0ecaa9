package cn.privlens.suite.tracker_batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

final class Tracker {
    private static final String[] ALLOWED = {"page", "uid"};
    private final List<JSONObject> waiting = Collections.synchronizedList(new ArrayList<JSONObject>());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    Tracker() {
        timer.scheduleWithFixedDelay(this::flush, 5, 30, TimeUnit.SECONDS);
    }

    void track(Map<String, String> event) {
        JSONObject o = new JSONObject();
        try {
            for (String key : ALLOWED) {
                o.put(key, event.get(key));
            }
        } catch (JSONException e) {
            return;
        }
        waiting.add(o);
    }

    private void flush() {
        JSONArray batch = new JSONArray();
        synchronized (waiting) {
            for (JSONObject o : waiting) {
                batch.put(o);
            }
            waiting.clear();
        }
        if (batch.length() > 0) {
            Net.post(batch.toString());
        }
    }
}
