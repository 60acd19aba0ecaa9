package cn.privlens.suite.base_template;

import android.content.Intent;
import android.telephony.TelephonyManager;
import android.webkit.WebView;

public class Main extends BaseActivity {
    private String number = "";

    @Override
    protected void initData(Intent intent) {
        number = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
    }

    @Override
    protected void initView() {
        WebView web = new WebView(this);
        setContentView(web);
        web.loadUrl("https://m.example.com/bind?n=" + number);
    }
}
