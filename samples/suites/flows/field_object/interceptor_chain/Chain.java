package cn.privlens.suite.interceptor_chain;

import java.io.IOException;
import java.util.List;
import java.util.Map;

final class Chain {
    interface Interceptor {
        int intercept(Chain chain) throws IOException;
    }

    final Map<String, String> headers;
    private final List<Interceptor> all;
    private final int index;

    Chain(List<Interceptor> all, int index, Map<String, String> headers) {
        this.all = all;
        this.index = index;
        this.headers = headers;
    }

    int proceed() throws IOException {
        if (index >= all.size()) {
            throw new IOException("no interceptor answered");
        }
        return all.get(index).intercept(new Chain(all, index + 1, headers));
    }
}
