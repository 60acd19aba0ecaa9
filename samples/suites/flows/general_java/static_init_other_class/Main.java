package cn.privlens.suite.static_init_other_class;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Config.context = this;
        Log.i("suite", Config.Words.TITLE);
    }
}
