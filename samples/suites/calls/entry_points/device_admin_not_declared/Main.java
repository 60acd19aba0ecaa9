package cn.privlens.suite.device_admin_not_declared;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView text = new TextView(this);
        text.setText("Switch the administrator on in the settings.");
        setContentView(text);
    }
}
