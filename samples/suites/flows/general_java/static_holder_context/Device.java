package cn.privlens.suite.static_holder_context;

import android.content.Context;
import android.provider.Settings;

final class Device {
    static final String VERSION = "v2";
    static final Device INSTANCE = new Device(AppContext.get());
    final String id;

    private Device(Context context) {
        id = context == null ? "" : Settings.Secure.getString(context.getContentResolver(), "android_id");
    }
}
