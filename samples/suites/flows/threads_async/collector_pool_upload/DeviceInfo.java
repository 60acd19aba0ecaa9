package cn.privlens.suite.collector_pool_upload;

import android.content.Context;
import android.provider.Settings;
import org.json.JSONException;
import org.json.JSONObject;

final class DeviceInfo {
    private String androidId;
    private String appKey;
    private String sdkVersion;

    static DeviceInfo collect(Context context, String appKey) {
        DeviceInfo info = new DeviceInfo();
        info.appKey = appKey;
        info.sdkVersion = "3.2.1";
        info.androidId = Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID);
        return info;
    }

    boolean isUsable() {
        return androidId != null && !androidId.isEmpty() && appKey != null;
    }

    JSONObject toJson() throws JSONException {
        JSONObject json = new JSONObject();
        json.put("k", appKey);
        json.put("v", sdkVersion);
        json.put("aid", androidId);
        return json;
    }
}
