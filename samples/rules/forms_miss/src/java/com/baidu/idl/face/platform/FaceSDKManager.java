package com.baidu.idl.face.platform;

import android.content.Context;
import android.provider.Settings;

/** Written for this sample: stands under the package name of a face verification SDK; no line of it is in it. */
public final class FaceSDKManager {
    private static String device = "";

    private FaceSDKManager() {}

    public static void initialize(Context context) {
        device = Settings.Secure.getString(context.getContentResolver(), "android_id");
    }

    public static String device() {
        return device;
    }
}
