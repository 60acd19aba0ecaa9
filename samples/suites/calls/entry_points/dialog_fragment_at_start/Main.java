package cn.privlens.suite.dialog_fragment_at_start;

import android.app.Activity;
import android.os.Bundle;
import android.view.View;
import android.widget.Button;

public class Main extends Activity implements View.OnClickListener {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setText("about");
        button.setOnClickListener(this);
        setContentView(button);
        showAbout();
    }

    @Override
    public void onClick(View view) {
        finish();
    }

    private void showAbout() {
        new AboutDialog().show(getFragmentManager(), "about");
    }
}
