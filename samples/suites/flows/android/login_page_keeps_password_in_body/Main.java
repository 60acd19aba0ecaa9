package cn.privlens.suite.login_page_keeps_password_in_body;

import android.app.Activity;
import android.os.Bundle;
import android.text.InputType;
import android.util.Log;
import android.view.View;
import android.widget.Button;
import android.widget.EditText;
import android.widget.LinearLayout;
import android.widget.Toast;
import java.io.IOException;

public class Main extends Activity implements View.OnClickListener {
    private EditText secret;
    private EditText picture;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        LinearLayout page = new LinearLayout(this);
        secret = new EditText(this);
        secret.setInputType(InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_VARIATION_PASSWORD);
        picture = new EditText(this);
        picture.setInputType(InputType.TYPE_CLASS_TEXT);
        Button login = new Button(this);
        login.setText("OK");
        login.setOnClickListener(this);
        page.addView(secret);
        page.addView(picture);
        page.addView(login);
        setContentView(page);
    }

    @Override
    public void onClick(View button) {
        if (secret.getText().length() < 6) {
            Toast.makeText(this, "too short", Toast.LENGTH_SHORT).show();
            return;
        }
        final String body = "v=" + secret.getText().toString();
        new Thread(() -> {
            try {
                Net.post("https://login.example.com/check", body);
            } catch (IOException e) {
                Log.w("suite", "no answer");
            }
        }).start();
    }
}
