package cn.privlens.suite.tag_of_request_only;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        final Request request = new Request.Builder().url("https://tags.example.cn/x").tag(id).header("X-Id", "none").build();
        new Thread(() -> {
            try {
                new OkHttpClient().newCall(request).execute().close();
            } catch (IOException e) {
                Log.i("suite", "net");
            }
        }).start();
    }
}
