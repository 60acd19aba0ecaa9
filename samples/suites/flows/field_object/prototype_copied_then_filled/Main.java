package cn.privlens.suite.prototype_copied_then_filled;

import android.app.Activity;
import android.content.ClipboardManager;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Models models = new Models();
        Header h = models.fresh("header");
        models.model("header").user = ((ClipboardManager) getSystemService(CLIPBOARD_SERVICE)).getPrimaryClip().getItemAt(0).getText().toString();
        Log.i("header", h.user + h.version);
    }
}
