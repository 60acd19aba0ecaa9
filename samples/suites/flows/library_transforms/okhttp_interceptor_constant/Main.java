package cn.privlens.suite.okhttp_interceptor_constant;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        OkHttpClient client = new OkHttpClient.Builder().addInterceptor(chain -> {
            Request r = chain.request().newBuilder().addHeader("X-Id", "none").build();
            return chain.proceed(r);
        }).build();
        new Thread(() -> {
            try {
                client.newCall(new Request.Builder().url("https://int.example.com/").build()).execute().close();
            } catch (IOException e) {
                Log.w("suite", "net");
            }
        }).start();
    }
}
