package cn.privlens.suite.base_dialog_listener;

import android.content.Context;
import android.provider.Settings;

final class Ids {
    static String android;

    private Ids() {}

    static void load(Context context) {
        android = Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID);
    }
}
