package com.kwad.sdk.api;

import android.content.Context;

/** Written for this sample: stands under the package name of an ad SDK; no line of it is in it. */
public final class KsAdSDK {
    private KsAdSDK() {}

    private static String seen = "";

    public static void init(Context context) {
        seen = android.provider.Settings.Secure.getString(context.getContentResolver(), "android_id");
    }

    public static int length() {
        return seen.length();
    }
}
