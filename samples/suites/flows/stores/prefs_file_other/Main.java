package cn.privlens.suite.prefs_file_other;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.provider.Settings;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        getSharedPreferences("one", MODE_PRIVATE).edit().putString("k", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID)).commit();
        getSharedPreferences("two", MODE_PRIVATE).edit().putString("k", "v").commit();
        startService(new Intent(this, Sync.class));
    }
}
