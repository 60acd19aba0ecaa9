package cn.privlens.suite.router_table;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class UserPage extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.d("user", String.valueOf(getIntent().getStringExtra("phone")));
    }
}
