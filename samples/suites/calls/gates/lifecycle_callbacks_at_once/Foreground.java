package cn.privlens.suite.lifecycle_callbacks_at_once;

import android.app.Activity;
import android.app.Application.ActivityLifecycleCallbacks;
import android.os.Bundle;
import android.provider.Settings;

final class Foreground implements ActivityLifecycleCallbacks {
    private int started;
    private String id;

    @Override
    public void onActivityStarted(Activity activity) {
        started++;
        if (started == 1) {
            id = Settings.Secure.getString(activity.getContentResolver(), Settings.Secure.ANDROID_ID);
        }
    }

    @Override
    public void onActivityStopped(Activity activity) {
        started--;
        if (id == null) {
            activity.setTitle("");
        }
    }

    @Override
    public void onActivityCreated(Activity activity, Bundle state) {}

    @Override
    public void onActivityResumed(Activity activity) {}

    @Override
    public void onActivityPaused(Activity activity) {}

    @Override
    public void onActivitySaveInstanceState(Activity activity, Bundle state) {}

    @Override
    public void onActivityDestroyed(Activity activity) {}
}
