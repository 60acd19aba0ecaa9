package cn.privlens.suite.link_path_of_news;

import android.app.Activity;
import android.os.Bundle;

public class News extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(getIntent().getStringExtra("device"));
    }
}
