package cn.privlens.suite.own_intent_replaced;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.util.Log;

public class Detail extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setIntent(new Intent().putExtra("id", "none"));
        show();
    }
    private void show() { Log.i("suite", getIntent().getStringExtra("id")); }
}
