package cn.privlens.suite.service_loader_other;

import android.app.Activity;
import android.os.Bundle;
import java.util.ServiceLoader;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        for (Plugin p : ServiceLoader.load(Plugin.class)) {
            p.run(this);
        }
    }
}
