package cn.privlens.suite.agreed_broadcast;

import android.app.Application;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;
import android.provider.Settings;
import androidx.localbroadcastmanager.content.LocalBroadcastManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        LocalBroadcastManager.getInstance(this).registerReceiver(new BroadcastReceiver() {
            @Override
            public void onReceive(Context context, Intent intent) { Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID); }
            }, new IntentFilter("AGREED"));
    }
}
