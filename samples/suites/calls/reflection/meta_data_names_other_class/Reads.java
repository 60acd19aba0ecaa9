package cn.privlens.suite.meta_data_names_other_class;

import android.content.Context;
import android.telephony.TelephonyManager;

public class Reads implements Module {
    @Override
    public void init(Context c) {
        ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
    }
}
