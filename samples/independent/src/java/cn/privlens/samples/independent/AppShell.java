package cn.privlens.samples.independent;

import android.app.Application;
import android.content.ComponentName;
import android.content.pm.PackageManager;
import com.igexin.sdk.Entry;

/** Starts the bundled SDK and switches one of the two receivers on that the manifest has switched off. */
public class AppShell extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        Entry.init(this);
        getPackageManager()
                .setComponentEnabledSetting(
                        new ComponentName(this, WakeReceiver.class),
                        PackageManager.COMPONENT_ENABLED_STATE_ENABLED,
                        PackageManager.DONT_KILL_APP);
    }
}
