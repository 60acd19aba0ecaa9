package cn.privlens.suite.parcelable_extra;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class Second extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Card card = getIntent().getParcelableExtra("card");
        Log.i("suite", card.sim);
    }
}
