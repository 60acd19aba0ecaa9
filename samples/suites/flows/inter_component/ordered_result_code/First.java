package cn.privlens.suite.ordered_result_code;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.telephony.TelephonyManager;

public class First extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        setResultCode(5);
        setResultData(((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber());
    }
}
