package cn.privlens.suite.focus_listener_requested;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.view.View;
import android.widget.EditText;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        EditText field = new EditText(this);
        setContentView(field);
        field.setOnFocusChangeListener(new View.OnFocusChangeListener() {
            @Override
            public void onFocusChange(View view, boolean has) {
                Settings.Secure.getString(Main.this.getContentResolver(), Settings.Secure.ANDROID_ID);
            }
        });
        field.clearFocus();
        field.requestFocus();
    }
}
