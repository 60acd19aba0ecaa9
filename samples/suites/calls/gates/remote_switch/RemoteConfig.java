package cn.privlens.suite.remote_switch;

import android.content.Context;
import android.content.SharedPreferences;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URL;
import org.json.JSONException;
import org.json.JSONObject;

final class RemoteConfig {
    private final SharedPreferences kept;

    RemoteConfig(Context context) {
        kept = context.getSharedPreferences("remote", Context.MODE_PRIVATE);
    }

    boolean isOn(String name) {
        return kept.getBoolean(name, false);
    }

    void refresh() {
        try {
            HttpURLConnection c = (HttpURLConnection) new URL("https://cfg.example.cn/v1/switches").openConnection();
            BufferedReader reader = new BufferedReader(new InputStreamReader(c.getInputStream()));
            JSONObject answer = new JSONObject(reader.readLine());
            kept.edit().putBoolean("collect_device", answer.optBoolean("collect_device")).apply();
            reader.close();
        } catch (IOException | JSONException e) {
            kept.edit().remove("error").apply();
        }
    }
}
