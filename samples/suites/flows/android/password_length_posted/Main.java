package cn.privlens.suite.password_length_posted;

import android.app.Activity;
import android.os.Bundle;
import android.view.View;
import android.widget.EditText;

public class Main extends Activity {
    private EditText secret;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.login);
        secret = (EditText) findViewById(R.id.secret);
        findViewById(R.id.enter).setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View view) {
                enter();
            }
        });
    }

    private void enter() {
        String typed = secret.getText().toString();
        new LoginTask().execute(Digest.of("v1") + typed.length());
    }
}
