package cn.privlens.suite.link_kit_query;

import android.app.Activity;
import android.os.Bundle;
import com.rx.link_kit.LinkKitPlugin;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        if (new LinkKitPlugin(this).isFLKIntent(getIntent())) setTitle("链");
    }
}
