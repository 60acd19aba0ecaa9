package cn.privlens.suite.screen_event_posted;

import android.accessibilityservice.AccessibilityService;
import android.util.Log;
import android.view.accessibility.AccessibilityEvent;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

public class Helper extends AccessibilityService {
    @Override
    public void onAccessibilityEvent(AccessibilityEvent event) {
        final String text = "kind " + event.getEventType();
        new Thread(() -> post(text)).start();
    }
    @Override
    public void onInterrupt() { }
    private static void post(String text) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL("https://screen.example.com/").openConnection();
            connection.setDoOutput(true);
            connection.getOutputStream().write(text.getBytes());
            connection.getInputStream().close();
        } catch (IOException e) {
            Log.i("suite", "failed");
        }
    }
}
