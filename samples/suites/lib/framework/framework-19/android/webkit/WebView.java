package android.webkit;

import android.content.Context;
import android.view.View;

/** Compile-only: the members of the framework class that the programs use, some newer than API 17. */
public class WebView extends View {
    public WebView(Context context) {
        super(context);
    }

    public WebSettings getSettings() {
        return null;
    }

    public void loadUrl(String url) {}

    public void evaluateJavascript(String script, ValueCallback<String> result) {}

    public void addJavascriptInterface(Object object, String name) {}

    public void setWebViewClient(WebViewClient client) {}

    public void setWebChromeClient(WebChromeClient client) {}
}
