package cn.privlens.suite.included_view_on_tap;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button b = new Button(this);
        b.setOnClickListener(v -> setContentView(R.layout.outer));
        setContentView(b);
    }
}
