package cn.privlens.suite.inbox_observer_counts;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

class Poster extends Thread {
    private final String text;

    Poster(String text) {
        this.text = text;
    }

    @Override
    public void run() {
        try {
            HttpURLConnection c = (HttpURLConnection) new URL("http://inbox.example.cn/new").openConnection();
            c.setDoOutput(true);
            OutputStream out = c.getOutputStream();
            out.write(text.getBytes("UTF-8"));
            out.close();
            c.getResponseCode();
        } catch (IOException e) {
            e.printStackTrace();
        }
    }
}
