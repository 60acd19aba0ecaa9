package cn.privlens.samples.independent;

import android.content.Context;
import android.telephony.TelephonyManager;
import android.webkit.JavascriptInterface;

/** Called by scripts of a web page. */
final class JsBridge {
    private final Context context;

    JsBridge(Context context) {
        this.context = context;
    }

    @JavascriptInterface
    public String deviceId() {
        return ((TelephonyManager) context.getSystemService("phone")).getMeid(0);
    }

    /** Has the name of an identifier and answers with none. */
    @JavascriptInterface
    public String invoke(String name) {
        switch (name) {
            case "getDeviceId":
            case "android_id":
                return "无";
            case "imei":
                return "𠮷";
            default:
                return name;
        }
    }
}
