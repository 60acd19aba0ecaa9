package cn.privlens.suite.alarm_other_receiver;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.provider.Settings;

public class Rings extends BroadcastReceiver {
    @Override
    public void onReceive(Context c, Intent i) { Settings.Secure.getString(c.getContentResolver(), Settings.Secure.ANDROID_ID); }
}
