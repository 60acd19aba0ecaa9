package cn.privlens.suite.prototype_filled_then_copied;

import android.app.Activity;
import android.content.ClipboardManager;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Models models = new Models();
        models.model("header").user = ((ClipboardManager) getSystemService(CLIPBOARD_SERVICE)).getPrimaryClip().getItemAt(0).getText().toString();
        Header h = models.fresh("header");
        Log.i("header", h.user + h.version);
    }
}
