package cn.privlens.suite.activity_by_button;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.widget.Button;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button b = new Button(this);
        b.setOnClickListener(v -> startActivity(new Intent(this, Second.class)));
        setContentView(b);
    }

}
