package cn.privlens.suite.receiver_registered_by_page;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.provider.Settings;

final class NetworkWatch extends BroadcastReceiver {
    private int changes;

    @Override
    public void onReceive(Context context, Intent intent) {
        changes++;
        Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID);
    }

    int changes() {
        return changes;
    }
}
