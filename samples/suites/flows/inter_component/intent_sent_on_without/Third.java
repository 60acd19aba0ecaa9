package cn.privlens.suite.intent_sent_on_without;

import android.app.Activity;
import android.util.Log;

public class Third extends Activity {
    @Override
    protected void onStart() {
        super.onStart();
        Log.i("third", "" + getIntent().getStringExtra("id"));
    }
}
