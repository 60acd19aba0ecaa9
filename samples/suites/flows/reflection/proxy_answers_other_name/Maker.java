package cn.privlens.suite.proxy_answers_other_name;

import android.util.Log;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

final class Maker implements InvocationHandler {
    static Sender make() {
        return (Sender) Proxy.newProxyInstance(Sender.class.getClassLoader(), new Class<?>[] {Sender.class}, new Maker());
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) {
        if (method.getName().equals("open")) {
            Log.i("sender", String.valueOf(args[0]));
        }
        return null;
    }
}
