package cn.privlens.rules;

import android.content.Context;

/** The places where this app reads personal information. */
final class Reads {
    private Reads() {}

    /** The Android ID. */
    static String androidId(Context context) {
        return android.provider.Settings.Secure.getString(context.getContentResolver(), "android_id");
    }

    /** The text of the clipboard. */
    static String clip(Context context) {
        android.content.ClipData clip = ((android.content.ClipboardManager) context.getSystemService(Context.CLIPBOARD_SERVICE))
                .getPrimaryClip();
        return clip == null ? "" : clip.getItemAt(0).getText().toString();
    }

    /** Names of all installed apps. */
    static String apps(Context context) {
        StringBuilder all = new StringBuilder();
        for (android.content.pm.PackageInfo one : context.getPackageManager().getInstalledPackages(0)) {
            all.append(one.packageName).append(';');
        }
        return all.toString();
    }
}
