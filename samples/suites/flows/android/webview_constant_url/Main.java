package cn.privlens.suite.webview_constant_url;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.webkit.WebView;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView web = new WebView(this);
        String id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        web.getSettings().setJavaScriptEnabled(true);
        web.loadUrl("https://m.example.com/index.html" + (id == null ? "" : "?d=1"));
        setContentView(web);
    }
}
