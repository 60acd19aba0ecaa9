package cn.privlens.suite.interceptor_chain;

import java.io.IOException;

final class Check implements Chain.Interceptor {
    @Override
    public int intercept(Chain chain) throws IOException {
        chain.headers.remove("X-Debug");
        return chain.proceed();
    }
}
