package cn.privlens.suite.collector_pool_upload;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        CollectManager.get().init(getApplicationContext(), "2301");
    }
}
