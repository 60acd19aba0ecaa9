package cn.privlens.rules;

import com.qq.e.ads.splash.ShakeView;

/** Shows an advertisement that waits for a hard and long shake. */
public class Home extends Screen {
    @Override
    void begin() {
        new ShakeView(this).show();
    }
}
