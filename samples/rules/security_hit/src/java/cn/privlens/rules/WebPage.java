package cn.privlens.rules;

import android.app.Activity;
import android.os.Bundle;
import android.webkit.JavascriptInterface;
import android.webkit.WebView;

/** Every page that is opened here may ask for the device. */
public class WebPage extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView web = new WebView(this);
        web.getSettings().setJavaScriptEnabled(true);
        web.addJavascriptInterface(new Bridge(), "device");
        setContentView(web);
        web.loadUrl(getIntent().getStringExtra("address"));
    }

    /** What pages may call. */
    final class Bridge {
        @JavascriptInterface
        public String getImei() {
            return Reads.imei(WebPage.this);
        }
    }
}
