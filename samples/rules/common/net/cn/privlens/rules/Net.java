package cn.privlens.rules;

import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** Sends one text to a server. */
final class Net {
    private Net() {}

    static void post(String address, String text) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL(address).openConnection();
            connection.setDoOutput(true);
            OutputStream out = connection.getOutputStream();
            out.write(text.getBytes("UTF-8"));
            out.close();
            connection.getResponseCode();
        } catch (java.io.IOException offline) {
            // Tried again with the next tap.
        }
    }
}
