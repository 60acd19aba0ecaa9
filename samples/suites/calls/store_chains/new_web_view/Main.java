package cn.privlens.suite.new_web_view;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(new android.webkit.WebView(this));
    }
}
