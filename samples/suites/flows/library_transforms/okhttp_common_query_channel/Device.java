package cn.privlens.suite.okhttp_common_query_channel;

import android.content.Context;
import android.telephony.TelephonyManager;

final class Device {
    private static volatile Device instance;
    String number = "";
    String channel = "";

    static Device get() {
        if (instance == null) {
            synchronized (Device.class) {
                if (instance == null) {
                    instance = new Device();
                }
            }
        }
        return instance;
    }

    void load(Context context) {
        number = ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
        channel = "huawei";
    }
}
