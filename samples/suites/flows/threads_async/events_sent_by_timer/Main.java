package cn.privlens.suite.events_sent_by_timer;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.LinkedBlockingQueue;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

public class Main extends Activity {
    static final class Events {
        private static final Events ALL = new Events();
        private final LinkedBlockingQueue<JSONObject> waiting = new LinkedBlockingQueue<>();

        static Events all() {
            return ALL;
        }

        void tell(String name, Map<String, ?> about) {
            try {
                JSONObject event = new JSONObject();
                event.put("name", name);
                event.put("about", new JSONObject(about));
                waiting.offer(event);
            } catch (JSONException e) {
                Log.w("suite", "lost " + name);
            }
        }

        void start() {
            new Timer().schedule(new TimerTask() {
                @Override
                public void run() {
                    List<JSONObject> some = new ArrayList<>();
                    int n = waiting.drainTo(some);
                    Log.i("suite", "events: " + n);
                    send(new JSONArray(some).toString());
                }
            }, 0, 1000);
        }

        private static void send(String text) {
            try {
                HttpURLConnection to = (HttpURLConnection) new URL("https://events.example.cn/事件").openConnection();
                to.setDoOutput(true);
                to.getOutputStream().write(text.getBytes("UTF-8"));
                to.getResponseCode();
            } catch (IOException e) {
                Log.w("suite", "later");
            }
        }
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Events.all().start();
        String card = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        Events.all().tell("open", Collections.singletonMap("card", card));
    }
}
