package cn.privlens.suite.message_told_to_own_receiver;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

public class Own extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) { setResultCode(1); }
}
