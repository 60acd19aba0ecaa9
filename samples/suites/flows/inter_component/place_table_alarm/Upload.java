package cn.privlens.suite.place_table_alarm;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

public class Upload extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        Net.post(new Places(context).column("place"));
    }
}
