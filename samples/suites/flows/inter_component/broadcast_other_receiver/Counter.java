package cn.privlens.suite.broadcast_other_receiver;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.util.Log;

public class Counter extends BroadcastReceiver {
    private static int count;
    @Override
    public void onReceive(Context context, Intent intent) {
        count++;
        Log.i("suite", "count " + count);
    }
}
