package cn.privlens.suite.block_before_initializer;

import android.content.Context;
import android.provider.Settings;

final class DeviceInfo {
    private static Context context;

    {
        id = identifier();
    }

    private String id = "none";

    private final String label;

    DeviceInfo(String label) {
        this.label = label;
    }

    static DeviceInfo read(Context c) {
        context = c.getApplicationContext();
        return new DeviceInfo("device");
    }

    private static String identifier() {
        return Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID);
    }

    @Override
    public String toString() {
        return label + "/" + id;
    }
}
