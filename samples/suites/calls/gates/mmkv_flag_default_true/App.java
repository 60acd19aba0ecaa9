package cn.privlens.suite.mmkv_flag_default_true;

import android.app.Application;
import android.telephony.TelephonyManager;
import com.tencent.mmkv.MMKV;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        MMKV.initialize(this);
        if (MMKV.defaultMMKV().decodeBool("is_agree_privacy", true)) {
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        }
    }
}
