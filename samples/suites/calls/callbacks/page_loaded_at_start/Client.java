package cn.privlens.suite.page_loaded_at_start;

import android.content.Context;
import android.telephony.TelephonyManager;
import android.webkit.WebView;
import android.webkit.WebViewClient;

final class Client extends WebViewClient {
    private final Context context;

    Client(Context context) {
        this.context = context;
    }

    @Override
    public void onPageFinished(WebView view, String url) {
        ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
    }
}
