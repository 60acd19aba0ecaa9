package cn.privlens.suite.button_starts_main;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.widget.Button;

public class Splash extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button go = new Button(this);
        go.setOnClickListener(v -> open());
        setContentView(go);
    }
    private void open() {
        startActivity(new Intent(this, Main.class));
        finish();
    }
}
