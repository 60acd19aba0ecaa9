package cn.privlens.suite.collector_made_by_name;

import android.content.Context;
import android.provider.Settings;

public class DeviceCollector implements Collector {
    private final Context context;

    public DeviceCollector(Context context) {
        this.context = context;
    }

    @Override
    public String collect() {
        return Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID);
    }
}
