package cn.privlens.suite.menu_starts_about;

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
