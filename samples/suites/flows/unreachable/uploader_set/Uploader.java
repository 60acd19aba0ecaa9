package cn.privlens.suite.uploader_set;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

final class Uploader {
    private final String path;

    Uploader(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    void upload(final String text) {
        new Thread(new Runnable() {
            @Override
            public void run() {
                try {
                    HttpURLConnection c =
                            (HttpURLConnection) new URL("https://track.example.com" + path).openConnection();
                    c.setDoOutput(true);
                    c.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                    c.getInputStream().close();
                } catch (IOException e) {
                    return;
                }
            }
        }).start();
    }
}
