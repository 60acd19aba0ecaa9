package cn.privlens.samples.independent;

import android.content.ContentResolver;
import android.content.Context;
import android.net.Uri;
import android.provider.Settings;
import android.util.Base64;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The key of a settings read is put together or chosen in ways that real code has. */
final class Keys {
    private static final String[] TABLE = {"adb_enabled", "android_id", "bluetooth_address"};
    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        NAMES.put("设备", "android_id");
        NAMES.put("语言", "system_locales");
    }

    private Keys() {}

    static void run(Context context, String choice) {
        ContentResolver resolver = context.getContentResolver();
        switched(resolver, choice);
        indexed(resolver);
        chars(resolver);
        formatted(resolver);
        cut(resolver);
        lowered(resolver);
        reversed(resolver);
        mapped(resolver);
        decoded(resolver);
        resource(context);
        masked(resolver);
        asset(context);
        oldTable(resolver);
        called(resolver);
        ownKeys(resolver);
    }

    static String switched(ContentResolver resolver, String choice) {
        String key;
        switch (choice) {
            case "蓝牙":
                key = "bluetooth_address";
                break;
            case "𠮷":
                key = "android_id";
                break;
            default:
                key = "default_input_method";
        }
        return Settings.Secure.getString(resolver, key);
    }

    static String indexed(ContentResolver resolver) {
        return Settings.Secure.getString(resolver, TABLE[1]);
    }

    static String chars(ContentResolver resolver) {
        char[] key = {'a', 'n', 'd', 'r', 'o', 'i', 'd', '_', 'i', 'd'};
        return Settings.Secure.getString(resolver, new String(key));
    }

    static String formatted(ContentResolver resolver) {
        return Settings.Secure.getString(resolver, String.format("%s_%s", "android", "id"));
    }

    static String cut(ContentResolver resolver) {
        return Settings.Secure.getString(resolver, "secure:android_id".substring(7));
    }

    static String lowered(ContentResolver resolver) {
        return Settings.Secure.getString(resolver, "ANDROID_ID".toLowerCase(Locale.US));
    }

    static String reversed(ContentResolver resolver) {
        return Settings.Secure.getString(
                resolver, new StringBuilder("di_diordna").reverse().toString());
    }

    static String mapped(ContentResolver resolver) {
        return Settings.Secure.getString(resolver, NAMES.get("设备"));
    }

    static String decoded(ContentResolver resolver) {
        return Settings.Secure.getString(
                resolver, new String(Base64.decode("YW5kcm9pZF9pZA==", Base64.DEFAULT)));
    }

    static String resource(Context context) {
        return Settings.Secure.getString(
                context.getContentResolver(), context.getString(R.string.key));
    }

    static String masked(ContentResolver resolver) {
        byte[] key = {52, 59, 49, 39, 58, 60, 49, 10, 60, 49};
        for (int at = 0; at < key.length; at++) {
            key[at] ^= 0x55;
        }
        return Settings.Secure.getString(resolver, new String(key));
    }

    static String asset(Context context) {
        byte[] key = new byte[10];
        try (InputStream in = context.getAssets().open("key.bin")) {
            in.read(key);
        } catch (IOException absent) {
            return null;
        }
        return Settings.Secure.getString(context.getContentResolver(), new String(key));
    }

    /** The oldest of the three tables still answers. */
    static String oldTable(ContentResolver resolver) {
        return Settings.System.getString(resolver, "android_id");
    }

    /** Around the Settings class, to the provider below it. */
    static Object called(ContentResolver resolver) {
        return resolver.call(Uri.parse("content://settings/secure"), "GET_secure", "android_id", null);
    }

    /** Keys of the app and of the device that name nobody. */
    static String ownKeys(ContentResolver resolver) {
        return Settings.System.getString(resolver, "android_id_hint")
                + Settings.Global.getString(resolver, "adb_enabled")
                + Settings.System.getInt(resolver, "volume_music", 0)
                + Settings.Secure.putString(resolver, "android_id", "改");
    }
}
