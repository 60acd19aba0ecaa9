package cn.privlens.suite.alarm_other_receiver;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

public class Rests extends BroadcastReceiver {
    @Override
    public void onReceive(Context c, Intent i) {}
}
