package retrofit2;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Stands for the library's class: same name and members, a body of our own. */
public final class Retrofit {
    private final String baseUrl;

    private Retrofit(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    @SuppressWarnings("unchecked")
    public <T> T create(Class<T> service) {
        return (T) Proxy.newProxyInstance(service.getClassLoader(), new Class<?>[] {service}, new InvocationHandler() {
            @Override
            public Object invoke(Object proxy, Method method, final Object[] args) {
                return new Call<Object>() {
                    @Override
                    public void enqueue(Callback<Object> callback) {
                        callback.onFailure(this, new IllegalStateException(baseUrl));
                    }
                };
            }
        });
    }

    public static final class Builder {
        private String baseUrl = "";

        public Builder baseUrl(String url) {
            baseUrl = url;
            return this;
        }

        public Retrofit build() {
            return new Retrofit(baseUrl);
        }
    }
}
