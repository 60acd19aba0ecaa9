package cn.privlens.suite.boot_receiver_passes_reason;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView text = new TextView(this);
        text.setText("The card is checked when the phone starts.");
        setContentView(text);
    }
}
