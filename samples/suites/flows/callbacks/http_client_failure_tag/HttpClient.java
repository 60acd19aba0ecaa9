package cn.privlens.suite.http_client_failure_tag;

import android.os.Handler;
import android.os.Looper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

final class HttpClient {
    interface Callback {
        void onSuccess(HttpRequest request, int code);

        void onFailure(HttpRequest request);
    }

    private final int tries;
    private final Handler main = new Handler(Looper.getMainLooper());

    HttpClient(int tries) {
        this.tries = tries;
    }

    void enqueue(final HttpRequest request, final Callback callback) {
        new Thread("http") {
            @Override
            public void run() {
                attempt(request, callback, tries);
            }
        }.start();
    }

    private void attempt(HttpRequest request, Callback callback, int left) {
        try {
            HttpURLConnection c = (HttpURLConnection) new URL(request.url).openConnection();
            c.setDoOutput(true);
            Writer writer = new OutputStreamWriter(c.getOutputStream(), StandardCharsets.UTF_8);
            writer.write(request.body);
            writer.close();
            final int code = c.getResponseCode();
            main.post(() -> callback.onSuccess(request, code));
        } catch (IOException e) {
            if (left > 0) {
                attempt(request, callback, left - 1);
            } else {
                main.post(() -> callback.onFailure(request));
            }
        }
    }
}
