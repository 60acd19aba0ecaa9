package cn.privlens.suite.lru_cache_other_key;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import android.util.LruCache;

public class Main extends Activity {
    private final LruCache<String, String> cache = new LruCache<>(8);
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        cache.put("a", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        cache.put("b", "bb");
        Log.i("suite", cache.get("b"));
    }
}
