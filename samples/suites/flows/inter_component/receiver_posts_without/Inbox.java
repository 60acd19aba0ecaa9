package cn.privlens.suite.receiver_posts_without;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.util.Log;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

public class Inbox extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        final String id = intent.hasExtra("id") ? intent.getStringExtra("id") : "unknown";
        final PendingResult pending = goAsync();
        new Thread(new Runnable() {
            @Override
            public void run() {
                post(id);
                pending.finish();
            }
        }).start();
    }

    private static void post(String id) {
        try {
            HttpURLConnection c = (HttpURLConnection) new URL("https://in.example.com/box").openConnection();
            c.setDoOutput(true);
            c.getOutputStream().write(id.getBytes(StandardCharsets.UTF_8));
            c.getInputStream().close();
        } catch (IOException e) {
            Log.w("inbox", "lost");
        }
    }
}
