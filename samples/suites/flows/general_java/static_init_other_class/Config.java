package cn.privlens.suite.static_init_other_class;

import android.content.Context;
import android.telephony.TelephonyManager;

final class Config {
    static Context context;
    static final class Ids {
        static final String ID;
        static {
            ID = ((TelephonyManager) Config.context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
        }
    }
    static final class Words {
        static final String TITLE = String.valueOf(Config.context != null);
    }
}
