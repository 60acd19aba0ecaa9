package cn.privlens.suite.alarm_single;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.telephony.TelephonyManager;

public class Rings extends BroadcastReceiver {
    @Override
    public void onReceive(Context c, Intent i) { ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber(); }
}
