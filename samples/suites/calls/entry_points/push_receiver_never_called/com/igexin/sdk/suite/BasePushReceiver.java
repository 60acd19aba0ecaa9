package com.igexin.sdk.suite;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

public abstract class BasePushReceiver extends BroadcastReceiver {
    @Override
    public final void onReceive(Context context, Intent intent) {
        switch (intent.getIntExtra("kind", 0)) {
            case 1:
                onMessage(context, intent.getStringExtra("payload"));
                break;
            case 2:
                onOnline(intent.getBooleanExtra("online", false));
                break;
            default:
                break;
        }
    }

    protected void onOnline(boolean online) {}

    protected void onNotificationShown(Context context, String id) {}

    protected abstract void onMessage(Context context, String payload);
}
