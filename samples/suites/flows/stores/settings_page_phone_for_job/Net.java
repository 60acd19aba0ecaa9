package cn.privlens.suite.settings_page_phone_for_job;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

final class Net {
    private Net() {}

    static void post(String address, String body) throws IOException {
        HttpURLConnection c = (HttpURLConnection) new URL(address).openConnection();
        c.setRequestMethod("POST");
        c.setDoOutput(true);
        OutputStream out = c.getOutputStream();
        out.write(body.getBytes(StandardCharsets.UTF_8));
        out.close();
        c.getResponseCode();
        c.disconnect();
    }
}
