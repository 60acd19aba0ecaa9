package cn.privlens.suite.webview_script_escaped_constant;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.webkit.WebView;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView web = new WebView(this);
        web.evaluateJavascript("init('" + "x"+ ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number().length() + "')", null);
        setContentView(web);
    }
}
