package cn.privlens.suite.okhttp_header_query;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        HttpUrl url = HttpUrl.parse("https://hq.example.com/x").newBuilder().addQueryParameter("u", id).build();
        final Request r = new Request.Builder().url(url).build();
        new Thread(() -> {
            try {
                new OkHttpClient().newCall(r).execute().close();
            } catch (IOException e) {
                Log.w("suite", "net");
            }
        }).start();
    }
}
