package com.tencent.mmkv;

import android.content.Context;
import android.provider.Settings;

class DeviceInfoPlugin {
    static String id(Context c) { return Settings.Secure.getString(c.getContentResolver(), Settings.Secure.ANDROID_ID); }
}
