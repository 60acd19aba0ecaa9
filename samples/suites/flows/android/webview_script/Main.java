package cn.privlens.suite.webview_script;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.webkit.WebView;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView web = new WebView(this);
        web.evaluateJavascript("init('" + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number() + "')", null);
        setContentView(web);
    }
}
