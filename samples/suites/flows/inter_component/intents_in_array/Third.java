package cn.privlens.suite.intents_in_array;

import android.app.Activity;
import android.os.Bundle;

public class Third extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle("third " + getIntent().getStringExtra("v"));
    }
}
