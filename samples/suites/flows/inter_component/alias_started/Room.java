package cn.privlens.suite.alias_started;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class Room extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("room", String.valueOf(getIntent().getStringExtra("id")));
    }
}
