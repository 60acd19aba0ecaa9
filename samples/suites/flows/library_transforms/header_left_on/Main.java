package cn.privlens.suite.header_left_on;

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
        Request first = new Request.Builder().url("https://headers.example.cn/x").header("X-Id", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID)).header("X-Plain", "p").build();
        final Request second = first.newBuilder().removeHeader("X-Plain").build();
        new Thread(() -> {
            try {
                new OkHttpClient().newCall(second).execute().close();
            } catch (IOException e) {
                Log.i("suite", "net");
            }
        }).start();
    }
}
