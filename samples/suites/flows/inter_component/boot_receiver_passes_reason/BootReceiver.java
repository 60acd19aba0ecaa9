package cn.privlens.suite.boot_receiver_passes_reason;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.telephony.TelephonyManager;

public class BootReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        if (!Intent.ACTION_BOOT_COMPLETED.equals(intent.getAction())) {
            return;
        }
        TelephonyManager phone = (TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE);
        Intent check = new Intent(context, CheckService.class);
        check.putExtra("card", phone.getSimSerialNumber());
        check.putExtra("reason", "boot");
        context.startService(check);
    }
}
