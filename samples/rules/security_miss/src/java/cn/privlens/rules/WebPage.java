package cn.privlens.rules;

import android.app.Activity;
import android.os.Bundle;
import android.webkit.JavascriptInterface;
import android.webkit.WebView;

/** Shows pages of the app itself, which may ask for the name of the app. */
public class WebPage extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView web = new WebView(this);
        web.getSettings().setJavaScriptEnabled(true);
        web.addJavascriptInterface(new Bridge(), "app");
        setContentView(web);
        web.loadUrl("file:///android_asset/help.html");
    }

    /** What pages may call. */
    final class Bridge {
        @JavascriptInterface
        public String getName() {
            return getPackageName();
        }
    }
}
