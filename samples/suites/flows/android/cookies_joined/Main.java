package cn.privlens.suite.cookies_joined;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        final String cookies = new Cookies().set("s", "0af3").set("did", id).header();
        new Thread(() -> {
            try {
                HttpURLConnection c = (HttpURLConnection) new URL("https://shop.example.cn/home").openConnection();
                c.setRequestProperty("Cookie", cookies);
                c.getResponseCode();
                c.disconnect();
            } catch (IOException e) {
                return;
            }
        }).start();
    }
}
