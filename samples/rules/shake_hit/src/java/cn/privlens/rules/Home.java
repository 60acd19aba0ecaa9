package cn.privlens.rules;

import com.qq.e.ads.splash.ShakeView;
import com.qq.e.comm.PluginLoader;

/** Shows an advertisement that waits for a shake. */
public class Home extends Screen {
    @Override
    void begin() {
        PluginLoader.load(this);
        new ShakeView(this).show();
    }
}
