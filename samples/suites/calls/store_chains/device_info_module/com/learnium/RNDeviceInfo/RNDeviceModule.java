package com.learnium.RNDeviceInfo;

import android.content.Context;
import android.provider.Settings;
import com.facebook.react.bridge.ReactMethod;

public class RNDeviceModule extends com.facebook.react.bridge.ReactContextBaseJavaModule {
    public RNDeviceModule(Context c) {
        super(c);
        Settings.Secure.getString(c.getContentResolver(), Settings.Secure.ANDROID_ID);
    }
    @ReactMethod
    public void getUniqueId() { context.getPackageName(); }
}
