package cn.privlens.suite.boot_receiver_tests_nothing;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.telephony.TelephonyManager;

public class Boot extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        boolean agreed = context.getSharedPreferences("s", Context.MODE_PRIVATE).getBoolean("has_agreed_policy", false);
        if (!"".equals(intent.getAction())) {
            ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getLine1Number();
        }
    }
}
