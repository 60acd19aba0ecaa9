package cn.privlens.suite.first_receiver_lets_pass;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

public class First extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        setResultCode(1);
    }
}
