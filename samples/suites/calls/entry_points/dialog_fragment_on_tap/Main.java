package cn.privlens.suite.dialog_fragment_on_tap;

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
        button.setEnabled(true);
    }

    @Override
    public void onClick(View view) {
        showAbout();
    }

    private void showAbout() {
        new AboutDialog().show(getFragmentManager(), "about");
    }
}
