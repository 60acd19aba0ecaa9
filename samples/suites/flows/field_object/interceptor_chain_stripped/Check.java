package cn.privlens.suite.interceptor_chain_stripped;

import java.io.IOException;

final class Check implements Chain.Interceptor {
    @Override
    public int intercept(Chain chain) throws IOException {
        chain.headers.remove("X-Card");
        return chain.proceed();
    }
}
