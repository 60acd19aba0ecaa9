package cn.privlens.suite.input_plain_layout;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;
import android.view.View;
import android.widget.EditText;

public class Main extends Activity {
    private EditText secret;
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.login);
        secret = (EditText) findViewById(R.id.nick);
    }
    public void login(View v) {
        String text = secret.getText().toString();
        Log.i("suite", "login with " + text);
    }
}
