package cn.privlens.suite.intent_in_extra_outer;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.util.Log;

public class Inner extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent got = getIntent();
        Intent next = got.getParcelableExtra("next");
        Log.i("suite", next.getAction() + " " + got.getStringExtra("v"));
    }
}
