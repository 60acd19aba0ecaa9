package cn.privlens.suite.bridge_answers_page_name;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.webkit.JavascriptInterface;
import android.webkit.WebView;

public class Main extends Activity {
    private WebView page;

    class Bridge {
        @JavascriptInterface
        public void invoke(final String method, final String callback) {
            final String result = answer(method);
            page.post(() -> page.loadUrl("javascript:window." + callback + "('" + method + "')"));
        }

        private String answer(String method) {
            switch (method) {
                case "deviceId":
                    return ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
                case "platform":
                    return "android";
                default:
                    return "";
            }
        }
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        page = new WebView(this);
        page.getSettings().setJavaScriptEnabled(true);
        page.addJavascriptInterface(new Bridge(), "native");
        page.loadUrl("https://h5.example.cn/index.html");
        setContentView(page);
    }
}
