package cn.privlens.suite.page_address_host;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import android.webkit.WebView;
import android.webkit.WebViewClient;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView web = new WebView(this);
        web.setWebViewClient(new WebViewClient() {
            @Override
            public boolean shouldOverrideUrlLoading(WebView view, String url) {
                Log.i("suite", "opened");
                return false;
            }
        });
        web.loadUrl("https://www.example.cn/start");
    }
    private String tell() { return "device " + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number(); }
}
