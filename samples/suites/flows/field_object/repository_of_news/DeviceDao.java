package cn.privlens.suite.repository_of_news;

import android.content.Context;
import android.telephony.TelephonyManager;
import java.util.ArrayList;
import java.util.List;

final class DeviceDao implements Dao<String> {
    private final Context context;

    DeviceDao(Context context) {
        this.context = context;
    }

    @Override
    public List<String> all() {
        List<String> ids = new ArrayList<>();
        ids.add(((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId());
        return ids;
    }
}
