package cn.privlens.suite.own_intent_read;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class Detail extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle("detail");
        show();
    }
    private void show() { Log.i("suite", getIntent().getStringExtra("id")); }
}
