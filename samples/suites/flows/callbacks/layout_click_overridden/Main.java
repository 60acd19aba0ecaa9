package cn.privlens.suite.layout_click_overridden;

import android.os.Bundle;
import android.view.View;

public class Main extends BaseActivity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.main);
    }

    @Override
    public void send(View view) {
        view.setEnabled(false);
    }
}
