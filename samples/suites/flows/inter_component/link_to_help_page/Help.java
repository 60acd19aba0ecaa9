package cn.privlens.suite.link_to_help_page;

import android.app.Activity;
import android.os.Bundle;

public class Help extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(getIntent().getStringExtra("device"));
    }
}
