package cn.privlens.suite.interceptor_chain_stripped;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Map;

final class Send implements Chain.Interceptor {
    @Override
    public int intercept(Chain chain) throws IOException {
        HttpURLConnection c = (HttpURLConnection) new URL("https://api.example.cn/feed").openConnection();
        for (Map.Entry<String, String> header : chain.headers.entrySet()) {
            c.setRequestProperty(header.getKey(), header.getValue());
        }
        return c.getResponseCode();
    }
}
