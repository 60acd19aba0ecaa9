package cn.privlens.suite.string_set_for_service;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.provider.Settings;
import java.util.HashSet;
import java.util.Set;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Set<String> ids = new HashSet<>();
        ids.add(Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        Set<String> tags = new HashSet<>();
        tags.add("red");
        getSharedPreferences("queue", MODE_PRIVATE).edit().putStringSet("ids", ids).putStringSet("tags", tags).apply();
        startService(new Intent(this, Upload.class));
    }
}
