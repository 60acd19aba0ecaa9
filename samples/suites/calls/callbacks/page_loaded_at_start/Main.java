package cn.privlens.suite.page_loaded_at_start;

import android.app.Activity;
import android.os.Bundle;
import android.view.View;
import android.webkit.WebView;
import android.widget.Button;
import android.widget.LinearLayout;

public class Main extends Activity implements View.OnClickListener {
    private WebView page;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        LinearLayout box = new LinearLayout(this);
        box.setOrientation(LinearLayout.VERTICAL);
        Button button = new Button(this);
        button.setOnClickListener(this);
        box.addView(button);
        page = new WebView(this);
        page.setWebViewClient(new Client(this));
        box.addView(page);
        setContentView(box);
        load();
    }

    @Override
    public void onClick(View view) {
        finish();
    }

    private void load() {
        page.loadUrl("https://news.example.com/");
    }
}
