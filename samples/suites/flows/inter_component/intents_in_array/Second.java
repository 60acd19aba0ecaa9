package cn.privlens.suite.intents_in_array;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class Second extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("suite", "second " + getIntent().getStringExtra("v"));
    }
}
