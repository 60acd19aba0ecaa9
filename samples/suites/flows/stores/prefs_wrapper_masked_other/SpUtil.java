package cn.privlens.suite.prefs_wrapper_masked_other;

import android.content.Context;
import android.content.SharedPreferences;
import android.util.Base64;

final class SpUtil {
    static final String KEY_DEVICE = "d";
    static final String KEY_CITY = "c";
    private static final String PREFIX = "cfg_";
    private static SharedPreferences sp;

    private SpUtil() {}

    static void init(Context context) {
        sp = context.getSharedPreferences("app_config", Context.MODE_PRIVATE);
    }

    static void put(String key, String value) {
        if (value == null) {
            sp.edit().remove(PREFIX + key).apply();
        } else {
            sp.edit().putString(PREFIX + key, Base64.encodeToString(mask(value.getBytes()), Base64.NO_WRAP)).apply();
        }
    }

    static String get(String key) {
        String kept = sp.getString(PREFIX + key, null);
        return kept == null ? "" : new String(mask(Base64.decode(kept, Base64.NO_WRAP)));
    }

    private static byte[] mask(byte[] bytes) {
        byte[] result = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            result[i] = (byte) (bytes[i] ^ 0x5a);
        }
        return result;
    }
}
