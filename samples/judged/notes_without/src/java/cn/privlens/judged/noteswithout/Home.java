package cn.privlens.judged.noteswithout;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;
import android.widget.LinearLayout;
import android.widget.TextView;

/** The only screen. */
public class Home extends Activity {
    private LinearLayout screen;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        screen = new LinearLayout(this);
        screen.addView(new TextView(this));
        setContentView(screen);
        begin();
    }

    private void begin() {
        Button button = new Button(this);
        button.setText(R.string.button);
        button.setOnClickListener(view -> work());
        screen.addView(button);
    }

    private void work() {
        String value = Reads.pasted(this);
        text().setText(value);
    }

    private TextView text() {
        return (TextView) screen.getChildAt(0);
    }
}
