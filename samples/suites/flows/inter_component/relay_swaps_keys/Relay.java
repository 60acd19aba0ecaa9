package cn.privlens.suite.relay_swaps_keys;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;

public class Relay extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent came = getIntent();
        Intent on = new Intent(this, Last.class);
        on.putExtra("a", came.getStringExtra("b"));
        on.putExtra("b", came.getStringExtra("a"));
        startActivity(on);
        finish();
    }
}
