package com.google.firebase.analytics;

import android.content.Context;

/** Written for this sample: stands under the package name of an analytics SDK; no line of it is in it. */
public final class FirebaseAnalytics {
    private FirebaseAnalytics() {}

    public static void getInstance(Context context) {
        final String id = android.provider.Settings.Secure.getString(context.getContentResolver(), "android_id");
        new Thread(() -> send(id)).start();
    }

    private static void send(String id) {
        try {
            java.net.HttpURLConnection connection =
                    (java.net.HttpURLConnection) new java.net.URL("https://app-measurement.com/v1").openConnection();
            connection.setDoOutput(true);
            connection.getOutputStream().write(id.getBytes("UTF-8"));
            connection.getResponseCode();
        } catch (java.io.IOException offline) {
            // Tried again later.
        }
    }
}
