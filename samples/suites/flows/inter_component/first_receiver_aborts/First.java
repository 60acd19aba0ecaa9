package cn.privlens.suite.first_receiver_aborts;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

public class First extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        abortBroadcast();
    }
}
