package cn.privlens.suite.signed_params;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

final class Net {
    private Net() {}

    static void post(final String body) {
        new Thread(new Runnable() {
            @Override
            public void run() {
                try {
                    HttpURLConnection c = (HttpURLConnection) new URL("https://sign.example.com/v2").openConnection();
                    c.setRequestMethod("POST");
                    c.setDoOutput(true);
                    OutputStream out = c.getOutputStream();
                    out.write(body.getBytes(StandardCharsets.UTF_8));
                    out.close();
                    c.getResponseCode();
                    c.disconnect();
                } catch (IOException e) {
                    return;
                }
            }
        }).start();
    }
}
