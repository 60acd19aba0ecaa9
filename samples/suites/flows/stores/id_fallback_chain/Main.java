package cn.privlens.suite.id_fallback_chain;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Net.post("id=" + Ids.deviceId(this));
    }
}
