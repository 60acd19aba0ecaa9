package cn.privlens.suite.key_in_field;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;
import android.widget.EditText;
import android.widget.TextView;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.form);
        EditText field = (EditText) findViewById(R.id.secret);
        field.setOnKeyListener((view, code, event) -> {
            Log.i("suite", "typed " + ((TextView) view).getText());
            return false;
        });
    }
}
