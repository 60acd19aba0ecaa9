package cn.privlens.suite.broadcast_in_app;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.util.Log;

public class Logger extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        Log.i("suite", intent.getStringExtra("d"));
    }
}
