package com.igexin.sdk;

import android.content.ClipData;
import android.content.ClipboardManager;
import android.content.Context;
import android.provider.Settings;

/** Written for this sample: stands under the package name of Getui push; no line of the real SDK is in it. */
public final class PushManager {
    private static String seen = "";

    private PushManager() {}

    public static void init(Context context) {
        seen = androidId(context) + pasted(context);
    }

    public static int length() {
        return seen.length();
    }

    /** The Android ID. */
    static String androidId(Context context) {
        return Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID);
    }

    /** The text that was copied last. */
    static String pasted(Context context) {
        ClipboardManager clipboard = (ClipboardManager) context.getSystemService(Context.CLIPBOARD_SERVICE);
        ClipData clip = clipboard.getPrimaryClip();
        return clip == null ? "" : String.valueOf(clip.getItemAt(0).getText());
    }
}
