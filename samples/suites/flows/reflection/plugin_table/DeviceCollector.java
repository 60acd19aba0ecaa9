package cn.privlens.suite.plugin_table;

import android.content.Context;
import android.telephony.TelephonyManager;

public class DeviceCollector {
    public String collect(Context context) {
        return ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
    }
}
