package cn.privlens.suite.filter_with_default;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class Detail extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("suite", getIntent().getStringExtra("id"));
    }
}
