package cn.privlens.suite.string_set_for_service_other;

import android.app.IntentService;
import android.content.Intent;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

public class Upload extends IntentService {
    public Upload() { super("upload"); }
    @Override
    protected void onHandleIntent(Intent intent) {
        Set<String> kept = getSharedPreferences("queue", MODE_PRIVATE).getStringSet("tags", new HashSet<String>());
        for (String one : kept) {
            try {
                HttpURLConnection connection = (HttpURLConnection) new URL("https://queue.example.com/put").openConnection();
                connection.setDoOutput(true);
                OutputStream out = connection.getOutputStream();
                out.write(one.getBytes(StandardCharsets.UTF_8));
                out.close();
                connection.getResponseCode();
            } catch (IOException e) {
                stopSelf();
            }
        }
    }
}
