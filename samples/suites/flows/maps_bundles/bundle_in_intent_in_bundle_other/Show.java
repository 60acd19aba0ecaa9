package cn.privlens.suite.bundle_in_intent_in_bundle_other;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.util.Log;

public class Show extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Bundle outer = getIntent().getBundleExtra("outer");
        Intent inner = outer.getParcelable("intent");
        Bundle deepest = inner.getBundleExtra("b");
        Log.i("suite", deepest.getString("name"));
    }
}
