package cn.privlens.rules;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.Context;
import android.os.Bundle;
import android.view.View;
import android.widget.Button;
import android.widget.LinearLayout;
import android.widget.TextView;

/** A screen that asks for the agreement first and shows its buttons afterwards. */
abstract class Screen extends Activity {
    private LinearLayout screen;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        screen = new LinearLayout(this);
        screen.addView(new TextView(this));
        setContentView(screen);
        if (getSharedPreferences("consent", Context.MODE_PRIVATE).getBoolean("privacy_agreed", false)) {
            begin();
        } else {
            askForConsent();
        }
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

    /** Called after the agreement. */
    abstract void begin();

    /** Adds a button. */
    void button(String label, View.OnClickListener listener) {
        Button button = new Button(this);
        button.setText(label);
        button.setOnClickListener(listener);
        screen.addView(button);
    }

    /** Shows a text. */
    void show(String text) {
        ((TextView) screen.getChildAt(0)).setText(text);
    }
}
