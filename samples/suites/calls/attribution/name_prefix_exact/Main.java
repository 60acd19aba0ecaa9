package cn.privlens.suite.name_prefix_exact;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        com.tencent.bugly.Tool.read(this);
    }
}
