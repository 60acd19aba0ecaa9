package cn.privlens.suite.registry_of_other_modules;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        for (Part p : Parts.early()) {
            p.begin(this);
        }
        Button b = new Button(this);
        b.setOnClickListener(v -> {
            for (Part p : Parts.late()) {
                p.begin(this);
            }
        });
        setContentView(b);
    }
}
