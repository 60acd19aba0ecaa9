package cn.privlens.suite.device_admin_enabled;

import android.app.admin.DeviceAdminReceiver;
import android.content.Context;
import android.content.Intent;
import android.telephony.TelephonyManager;

public class Admin extends DeviceAdminReceiver {
    @Override
    public void onEnabled(Context context, Intent intent) {
        super.onEnabled(context, intent);
        ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
    }

    @Override
    public CharSequence onDisableRequested(Context context, Intent intent) {
        return "The device will no longer be locked.";
    }
}
