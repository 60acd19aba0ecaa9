package cn.privlens.suite.fragment_in_code;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        add();
    }
    private void add() {
        getFragmentManager().beginTransaction().add(new Page(), "p").commit();
    }
}
