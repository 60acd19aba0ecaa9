package cn.privlens.suite.link_kit_query_on_tap;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;
import com.rx.link_kit.LinkKitPlugin;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button b = new Button(this);
        b.setOnClickListener(v -> { if (new LinkKitPlugin(this).isFLKIntent(getIntent())) setTitle("链"); });
        setContentView(b);
    }
}
