package cn.privlens.suite.param_provider_other;

import android.content.Context;
import android.telephony.TelephonyManager;
import java.util.Map;

final class DeviceParams implements ParamProvider {
    private final Context context;

    DeviceParams(Context context) {
        this.context = context.getApplicationContext();
    }

    @Override
    public String name() {
        return "device";
    }

    @Override
    public void fill(Map<String, String> params) {
        TelephonyManager tm = (TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE);
        params.put("did", tm.getDeviceId());
    }
}
