package cn.privlens.samples.weather;

import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** Sends the identifiers to the app's own server. */
final class Reporter {
    private static final String SERVER = "https://api.tianqitong.example/v1/report";

    void report(String imei, String mac) {
        final String body = "imei=" + imei + "&mac=" + mac;
        new Thread(() -> send(body)).start();
    }

    private void send(String body) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL(SERVER).openConnection();
            connection.setDoOutput(true);
            OutputStream out = connection.getOutputStream();
            out.write(body.getBytes("UTF-8"));
            out.close();
            connection.getResponseCode();
        } catch (java.io.IOException offline) {
            // The next report repeats the same values.
        }
    }

    /** Has the name of a telephony method and no personal information. */
    String getDeviceId() {
        return "weather-client";
    }
}
