package cn.privlens.suite.param_provider_other;

import android.net.Uri;
import android.util.Log;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Map;

final class Request {
    private final String url;

    private Request(Builder b) {
        Uri.Builder uri = Uri.parse(b.base).buildUpon();
        for (Map.Entry<String, String> e : b.params.entrySet()) {
            uri.appendQueryParameter(e.getKey(), e.getValue());
        }
        url = uri.build().toString();
    }

    void send() {
        HttpURLConnection c = null;
        try {
            c = (HttpURLConnection) new URL(url).openConnection();
            c.getInputStream().close();
        } catch (IOException e) {
            Log.w("net", "failed");
        } finally {
            if (c != null) {
                c.disconnect();
            }
        }
    }

    static final class Builder {
        final String base;
        final Map<String, String> params = NetConfig.common();

        Builder(String base) {
            this.base = base;
        }

        Builder param(String key, String value) {
            params.put(key, value);
            return this;
        }

        Request build() {
            return new Request(this);
        }
    }
}
