package cn.privlens.suite.http_header;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread() {
            @Override
            public void run() {
                try {
                    HttpURLConnection c = (HttpURLConnection) new URL("https://api.example.cn/头").openConnection();
                    c.setRequestProperty("X-Device", ((TelephonyManager) Main.this.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId());
                    int code = c.getResponseCode();
                    String sim = "" + code;
                    setTitle(sim);
                } catch (IOException e) {
                    Log.w("suite", "net");
                }
            }
        }.start();
    }
}
