package cn.privlens.suite.html_without_value;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.webkit.WebView;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView web = new WebView(this);
        web.getSettings().setJavaScriptEnabled(true);
        String id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        String page = "<html><body onload=\"report('" + (id == null ? "0" : "1") + "')\"></body></html>";
        web.loadDataWithBaseURL("https://page.example.com/", page, "text/html", "utf-8", null);
        setContentView(web);
    }
}
