package cn.privlens.suite.prefs_wrapper_masked;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.d("main", "start " + SpUtil.get(SpUtil.KEY_DEVICE));
    }
}
