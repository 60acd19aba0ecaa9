package cn.privlens.suite.okhttp_common_query_channel;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

final class CommonParams implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Request old = chain.request();
        Device d = Device.get();
        return chain.proceed(old.newBuilder()
                .url(old.url().newBuilder().addQueryParameter("d", d.channel).build())
                .build());
    }
}
