package cn.privlens.suite.fragment_on_tap;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button b = new Button(this);
        b.setOnClickListener(v -> add());
        setContentView(b);
    }
    private void add() {
        getFragmentManager().beginTransaction().add(new Page(), "p").commit();
    }
}
