package cn.privlens.suite.extras_filled_in_absent;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class Page extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String code = getIntent().getStringExtra("code");
        Log.i("page", code == null ? "无" : code);
    }
}
