package cn.privlens.suite.focus_left_field;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;
import android.view.View;
import android.widget.EditText;

public class Main extends Activity implements View.OnFocusChangeListener {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.form);
        findViewById(R.id.secret).setOnFocusChangeListener(this);
    }

    @Override
    public void onFocusChange(View view, boolean has) {
        if (!has) {
            Log.i("suite", "typed " + ((EditText) view).getText());
        }
    }
}
