package cn.privlens.suite.menu_starts_about;

import android.app.Activity;
import android.os.Bundle;

public class About extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(getIntent().getStringExtra("id"));
    }
}
