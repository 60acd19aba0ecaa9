package cn.privlens.samples.multidex;

import android.content.Context;
import android.telephony.TelephonyManager;
import cn.privlens.samples.multidex.deep.Base;

/** In the first DEX file; its superclass is in the second one and calls it. */
public final class Reader extends Base {
    @Override
    protected String read(Context context) {
        return ((TelephonyManager) context.getSystemService("phone")).getDeviceId();
    }
}
