package cn.privlens.suite.explicit_other_target;

import android.app.Activity;
import android.util.Log;

public class Alpha extends Activity {
    @Override
    protected void onStart() {
        super.onStart();
        Log.i("suite", getIntent().getStringExtra("v"));
    }
}
