package cn.privlens.samples.features;

import android.content.Context;
import android.provider.Settings;

/** The key of a settings read is a constant that reaches the call in different ways. */
final class Constants {
    private static String field = "android_id";

    private Constants() {}

    static String local(Context context) {
        String key = "android_id";
        String other = "adb_enabled";
        if (other.length() > 100) {
            return other;
        }
        return Settings.Secure.getString(context.getContentResolver(), key);
    }

    static String branch(Context context, boolean first) {
        String key = first ? "android_id" : "bluetooth_address";
        return Settings.Secure.getString(context.getContentResolver(), key);
    }

    static String staticField(Context context) {
        return Settings.Secure.getString(context.getContentResolver(), field);
    }

    static String concatenated(Context context) {
        StringBuilder key = new StringBuilder("android");
        key.append('_').append(suffix());
        return Settings.Secure.getString(context.getContentResolver(), key.toString());
    }

    private static String suffix() {
        return "id";
    }

    static String array(Context context) {
        String[] keys = {"adb_enabled", "android_id"};
        StringBuilder all = new StringBuilder();
        for (String key : keys) {
            all.append(Settings.Secure.getString(context.getContentResolver(), key));
        }
        return all.toString();
    }

    static String wrapped(Context context) {
        return outer(context, "android_id") + harmless(context, "adb_enabled");
    }

    private static String outer(Context context, String key) {
        return inner(context, 1, key);
    }

    private static String inner(Context context, int times, String key) {
        String value = Settings.Secure.getString(context.getContentResolver(), key);
        return times > 1 ? value + value : value;
    }

    /** The same shape as {@link #inner}, but no caller gives the name of an identifier. */
    private static String harmless(Context context, String key) {
        return Settings.Secure.getString(context.getContentResolver(), key);
    }

    /** The key is kept in an instance field. */
    static final class Holder {
        private final String key;

        Holder(String key) {
            this.key = key;
        }

        String read(Context context) {
            return Settings.Secure.getString(context.getContentResolver(), key);
        }
    }
}
