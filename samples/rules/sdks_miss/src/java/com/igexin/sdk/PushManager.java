package com.igexin.sdk;

import android.content.Context;

/** Written for this sample: stands under the package name of a push SDK; no line of it is in it. */
public final class PushManager {
    private PushManager() {}

    public static void initialize(Context context) {
        final String id = android.provider.Settings.Secure.getString(context.getContentResolver(), "android_id");
        new Thread(() -> send(id)).start();
    }

    private static void send(String id) {
        try {
            java.net.HttpURLConnection connection =
                    (java.net.HttpURLConnection) new java.net.URL("https://c-gtc.getui.net/v1").openConnection();
            connection.setDoOutput(true);
            connection.getOutputStream().write(id.getBytes("UTF-8"));
            connection.getResponseCode();
        } catch (java.io.IOException offline) {
            // Tried again later.
        }
    }
}
