package cn.privlens.suite.proxy_forwards_masked;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;

final class Guard implements InvocationHandler {
    private final Object target;

    Guard(Object target) {
        this.target = target;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        Object[] given = new Object[] {"***"};
        return method.invoke(target, given);
    }
}
