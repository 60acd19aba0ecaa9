package cn.privlens.suite.interface_proxy;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

public class Main extends Activity {
    interface Sender { void send(String s); }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Sender s = (Sender) Proxy.newProxyInstance(getClassLoader(), new Class<?>[] {Sender.class}, new InvocationHandler() {
            @Override
            public Object invoke(Object proxy, Method method, Object[] args) {
                Log.i("suite", String.valueOf(args[0]));
                return null;
            }
        });
        s.send(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
}
