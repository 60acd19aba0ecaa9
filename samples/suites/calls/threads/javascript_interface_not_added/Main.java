package cn.privlens.suite.javascript_interface_not_added;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.webkit.JavascriptInterface;
import android.webkit.WebView;

public class Main extends Activity {
    class Bridge {
        @JavascriptInterface
        public String id() { return ((TelephonyManager) Main.this.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber(); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView w = new WebView(this);
        Bridge b = new Bridge();
        w.setTag(b);
        w.loadUrl("https://example.com");
        setContentView(w);
    }
}
