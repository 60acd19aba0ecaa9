package cn.privlens.suite.memory_before_disk_locale;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.IOException;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TwoLevelCache cache = new TwoLevelCache(this);
        try {
            cache.put("identifier", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
            cache.put("locale", "zh_CN");
            Log.i("suite", "cached " + cache.get("locale"));
        } catch (IOException e) {
            Log.w("suite", "no cache");
        }
    }
}
