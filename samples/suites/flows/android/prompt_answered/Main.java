package cn.privlens.suite.prompt_answered;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.webkit.WebChromeClient;
import android.webkit.WebView;

public class Main extends Activity {
    static class Answers extends WebChromeClient {
        private final Context context;
        Answers(Context context) { this.context = context; }
        @Override
        public boolean onJsPrompt(WebView view, String url, String message, String preset, android.webkit.JsPromptResult result) {
            String id = ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getLine1Number();
            result.confirm(id);
            return true;
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView web = new WebView(this);
        web.getSettings().setJavaScriptEnabled(true);
        web.setWebChromeClient(new Answers(this));
        web.loadUrl("https://ask.example.com/");
        setContentView(web);
    }
}
