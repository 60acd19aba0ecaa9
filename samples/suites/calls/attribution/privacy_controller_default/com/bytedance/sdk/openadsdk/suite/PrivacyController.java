package com.bytedance.sdk.openadsdk.suite;

import android.content.Context;
import android.telephony.TelephonyManager;

public abstract class PrivacyController {
    public String deviceId(Context context) {
        return ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
    }

    public abstract boolean personal();
}
