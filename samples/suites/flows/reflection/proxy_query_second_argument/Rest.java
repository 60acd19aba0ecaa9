package cn.privlens.suite.proxy_query_second_argument;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.HttpURLConnection;
import java.net.URL;

final class Rest implements InvocationHandler {
    @SuppressWarnings("unchecked")
    static <T> T create(Class<T> api) {
        return (T) Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, new Rest());
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        StringBuilder address = new StringBuilder("https://rest.example.cn");
        address.append(method.getAnnotation(Get.class).value());
        address.append('/').append(args[1]);
        HttpURLConnection c = (HttpURLConnection) new URL(address.toString()).openConnection();
        return c.getResponseCode();
    }
}
