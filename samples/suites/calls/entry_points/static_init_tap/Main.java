package cn.privlens.suite.static_init_tap;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.widget.Button;

public class Main extends Activity {
    static Context app;
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        app = this;
        Button b = new Button(this);
        b.setOnClickListener(v -> setTitle(Ids.VALUE));
        setContentView(b);
        setTitle("无");
    }
}
