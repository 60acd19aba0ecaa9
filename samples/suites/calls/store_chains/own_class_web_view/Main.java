package cn.privlens.suite.own_class_web_view;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.view.View;

public class Main extends Activity {
    static class WebView extends View {
        WebView(Context c) { super(c); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(new WebView(this));
    }
}
