package cn.privlens.suite.startup_initializer;

import android.content.Context;
import android.telephony.TelephonyManager;
import androidx.startup.Initializer;
import java.util.Collections;
import java.util.List;

public class Init implements Initializer<String> {
    @Override
    public String create(Context context) { return ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId(); }
    @Override
    public List<Class<? extends Initializer<?>>> dependencies() { return Collections.emptyList(); }
}
