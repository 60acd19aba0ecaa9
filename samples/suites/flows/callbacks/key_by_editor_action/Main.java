package cn.privlens.suite.key_by_editor_action;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;
import android.view.KeyEvent;
import android.widget.EditText;
import android.widget.TextView;

public class Main extends Activity implements TextView.OnEditorActionListener {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.login);
        ((EditText) findViewById(R.id.secret)).setOnEditorActionListener(this);
    }

    @Override
    public boolean onEditorAction(TextView view, int action, KeyEvent key) {
        Log.i("suite", "typed " + view.getText());
        return true;
    }
}
