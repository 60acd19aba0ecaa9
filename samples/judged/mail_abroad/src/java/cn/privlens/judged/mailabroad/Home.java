package cn.privlens.judged.mailabroad;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.Context;
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
        if (agreed()) {
            begin();
        } else {
            askForConsent();
        }
    }

    private boolean agreed() {
        return getSharedPreferences("consent", Context.MODE_PRIVATE).getBoolean("privacy_agreed", false);
    }

    private void askForConsent() {
        new AlertDialog.Builder(this)
                .setTitle(R.string.consent_title)
                .setMessage(R.string.consent_text)
                .setPositiveButton(R.string.agree, (dialog, which) -> {
                    getSharedPreferences("consent", Context.MODE_PRIVATE)
                            .edit().putBoolean("privacy_agreed", true).apply();
                    begin();
                })
                .setNegativeButton(R.string.refuse, (dialog, which) -> finish())
                .show();
    }

    private void begin() {
        Button button = new Button(this);
        button.setText(R.string.button);
        button.setOnClickListener(view -> work());
        screen.addView(button);
    }

    private void work() {
        String value = Reads.androidId(this);
        text().setText(value);
        Server.send(value);
    }

    private TextView text() {
        return (TextView) screen.getChildAt(0);
    }
}
