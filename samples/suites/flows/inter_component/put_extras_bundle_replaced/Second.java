package cn.privlens.suite.put_extras_bundle_replaced;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class Second extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Bundle all = getIntent().getExtras();
        Log.i("suite", all == null ? "none" : all.getString("x"));
    }
}
