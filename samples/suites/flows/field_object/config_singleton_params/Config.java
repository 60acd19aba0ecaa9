package cn.privlens.suite.config_singleton_params;

import android.content.Context;
import android.telephony.TelephonyManager;

public final class Config {
    private static final Config INSTANCE = new Config();
    public String imei;
    public String channel;

    private Config() {}

    public static Config instance() {
        return INSTANCE;
    }

    public void init(Context c) {
        imei = ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
        channel = "oppo";
    }
}
