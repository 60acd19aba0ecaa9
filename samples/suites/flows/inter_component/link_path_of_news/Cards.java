package cn.privlens.suite.link_path_of_news;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class Cards extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("cards", "device " + getIntent().getStringExtra("device"));
    }
}
