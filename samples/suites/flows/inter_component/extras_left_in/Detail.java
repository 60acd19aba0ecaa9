package cn.privlens.suite.extras_left_in;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class Detail extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("suite", "" + getIntent().getStringExtra("id"));
    }
}
