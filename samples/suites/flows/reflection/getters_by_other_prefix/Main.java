package cn.privlens.suite.getters_by_other_prefix;

import android.app.Activity;
import android.net.wifi.WifiManager;
import android.os.Bundle;
import android.util.Log;
import java.lang.reflect.Method;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WifiManager wifi = (WifiManager) getApplicationContext().getSystemService(WIFI_SERVICE);
        show(new Facts(wifi.getConnectionInfo().getMacAddress()));
    }

    private static void show(Object bean) {
        for (Method method : bean.getClass().getDeclaredMethods()) {
            if (!method.getName().startsWith("is")) {
                continue;
            }
            try {
                Log.i("bean", method.getName() + "=" + method.invoke(bean));
            } catch (ReflectiveOperationException e) {
                Log.w("bean", "closed");
            }
        }
    }
}
