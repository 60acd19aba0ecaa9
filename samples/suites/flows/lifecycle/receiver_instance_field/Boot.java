package cn.privlens.suite.receiver_instance_field;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Boot extends BroadcastReceiver {
    private  String seen = "";
    @Override
    public void onReceive(Context context, Intent intent) {
        Log.i("suite", "before: " + seen);
        seen = ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
    }
}
