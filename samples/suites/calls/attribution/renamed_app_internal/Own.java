package cn.privlens.suite.renamed_app_internal;

import android.content.Context;
import android.telephony.TelephonyManager;

class Own {
    void own(Context c) { ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber(); }
}
