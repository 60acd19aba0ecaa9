package cn.privlens.suite.collector_made_by_name;

import android.os.AsyncTask;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

final class PostTask extends AsyncTask<String, Void, Boolean> {
    @Override
    protected Boolean doInBackground(String... bodies) {
        try {
            HttpURLConnection c = (HttpURLConnection) new URL("https://collect.example.com/in").openConnection();
            c.setDoOutput(true);
            c.getOutputStream().write(bodies[0].getBytes(StandardCharsets.UTF_8));
            return c.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
