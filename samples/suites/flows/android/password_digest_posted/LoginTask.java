package cn.privlens.suite.password_digest_posted;

import android.os.AsyncTask;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

final class LoginTask extends AsyncTask<String, Void, Integer> {
    @Override
    protected Integer doInBackground(String... values) {
        try {
            HttpURLConnection c = (HttpURLConnection) new URL("https://login.example.com/session").openConnection();
            c.setRequestMethod("POST");
            c.setDoOutput(true);
            OutputStream out = c.getOutputStream();
            out.write(("p=" + values[0]).getBytes(StandardCharsets.UTF_8));
            out.close();
            return c.getResponseCode();
        } catch (IOException e) {
            return -1;
        }
    }
}
