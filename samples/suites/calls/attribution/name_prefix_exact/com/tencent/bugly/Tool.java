package com.tencent.bugly;

import android.content.Context;
import android.provider.Settings;

public class Tool {
    public static void read(Context c) { Settings.Secure.getString(c.getContentResolver(), Settings.Secure.ANDROID_ID); }
}
