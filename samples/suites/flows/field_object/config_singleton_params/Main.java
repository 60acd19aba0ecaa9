package cn.privlens.suite.config_singleton_params;

import android.app.Activity;

public class Main extends Activity {
    @Override
    protected void onResume() {
        super.onResume();
        Net.post(Params.common().add("page", "main").build());
    }
}
