package cn.privlens.rules;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** No word of rules, of lists or of closing the account anywhere. */
public class Home extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setText("登录");
        button.setOnClickListener(view -> button.setText(Reads.contacts(this)));
        setContentView(button);
    }
}
