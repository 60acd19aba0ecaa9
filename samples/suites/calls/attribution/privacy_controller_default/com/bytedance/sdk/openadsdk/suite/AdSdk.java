package com.bytedance.sdk.openadsdk.suite;

import android.content.Context;

public final class AdSdk {
    private static final AdSdk SHARED = new AdSdk();
    private PrivacyController controller;
    private String device;

    private AdSdk() {}

    public static AdSdk shared() {
        return SHARED;
    }

    public void init(final Context context, PrivacyController c) {
        controller = c;
        new Thread(new Runnable() {
            @Override
            public void run() {
                device = controller.deviceId(context);
            }
        }, "ad-init").start();
    }

    public boolean isReady() {
        return device != null;
    }
}
