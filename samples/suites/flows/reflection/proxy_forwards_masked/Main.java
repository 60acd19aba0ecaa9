package cn.privlens.suite.proxy_forwards_masked;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.lang.reflect.Proxy;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Reporter r = (Reporter) Proxy.newProxyInstance(getClassLoader(), new Class<?>[] {Reporter.class}, new Guard(new LogReporter()));
        r.report(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
}
