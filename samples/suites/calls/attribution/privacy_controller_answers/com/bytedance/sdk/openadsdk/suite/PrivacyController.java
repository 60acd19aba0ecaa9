package com.bytedance.sdk.openadsdk.suite;

import android.content.Context;

public abstract class PrivacyController {
    public abstract String deviceId(Context context);
}
