package cn.privlens.rules;

import com.qq.e.ads.splash.BannerView;

/** Shows an advertisement that waits for a tap. */
public class Home extends Screen {
    private final StepCounter counter = new StepCounter();

    @Override
    void begin() {
        button("广告", new BannerView(this).show());
        button("计步", view -> counter.start(this));
        button("步数", view -> show(String.valueOf(counter.steps())));
        button("分包", view -> show(String.valueOf(ownSplit())));
    }

    private Class<?> ownSplit() {
        try {
            return createPackageContext(getPackageName(), 0).getClassLoader().loadClass("cn.privlens.rules.Home");
        } catch (android.content.pm.PackageManager.NameNotFoundException | ClassNotFoundException none) {
            return null;
        }
    }
}
