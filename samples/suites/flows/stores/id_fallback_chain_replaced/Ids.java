package cn.privlens.suite.id_fallback_chain_replaced;

import android.content.Context;
import android.content.SharedPreferences;
import android.provider.Settings;
import android.telephony.TelephonyManager;
import android.text.TextUtils;
import java.util.UUID;

final class Ids {
    static String deviceId(Context c) {
        SharedPreferences kept = c.getSharedPreferences("ids", Context.MODE_PRIVATE);
        String id = kept.getString("device_id", "");
        if (!TextUtils.isEmpty(id)) {
            return id;
        }
        id = ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
        if (TextUtils.isEmpty(id)) {
            id = Settings.Secure.getString(c.getContentResolver(), Settings.Secure.ANDROID_ID);
        }
        id = UUID.randomUUID().toString();
        kept.edit().putString("device_id", id).apply();
        return id;
    }
}
