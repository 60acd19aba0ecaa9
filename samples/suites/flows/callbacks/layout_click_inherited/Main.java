package cn.privlens.suite.layout_click_inherited;

import android.os.Bundle;

public class Main extends BaseActivity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.main);
    }
}
