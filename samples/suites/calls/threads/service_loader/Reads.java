package cn.privlens.suite.service_loader;

import android.content.Context;
import android.telephony.TelephonyManager;

public class Reads implements Plugin {
    @Override
    public void run(Context c) { ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId(); }
}
