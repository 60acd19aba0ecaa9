package cn.privlens.suite.property_phone_read;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

final class Beans {
    private Beans() {}

    static Object read(Object bean, String getter) {
        try {
            Method method = bean.getClass().getMethod(getter);
            return method.invoke(bean);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return null;
        }
    }
}
