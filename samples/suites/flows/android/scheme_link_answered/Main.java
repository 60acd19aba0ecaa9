package cn.privlens.suite.scheme_link_answered;

import android.app.Activity;
import android.net.Uri;
import android.os.Bundle;
import android.provider.Settings;
import android.webkit.WebView;
import android.webkit.WebViewClient;

public class Main extends Activity {
    private String id;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        WebView page = new WebView(this);
        page.getSettings().setJavaScriptEnabled(true);
        page.setWebViewClient(new WebViewClient() {
            @Override
            public boolean shouldOverrideUrlLoading(WebView view, String address) {
                Uri link = Uri.parse(address);
                if (!"hybrid".equals(link.getScheme())) {
                    return false;
                }
                String value = "";
                if ("id".equals(link.getHost())) {
                    value = id;
                } else if ("theme".equals(link.getHost())) {
                    value = "dark";
                }
                view.evaluateJavascript("app.back(\"" + value + "\")", null);
                return true;
            }
        });
        page.loadUrl("https://m.example.cn/");
        setContentView(page);
    }
}
