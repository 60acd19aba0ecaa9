package cn.privlens.suite.with_method_copy;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    static final class Config {
        final String key;
        final String name;
        Config(String key, String name) {
            this.key = key;
            this.name = name;
        }
        Config withKey(String k) { return new Config(k, name); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Config base = new Config("none", "配置");
        Config full = base.withKey(Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        Log.i("suite", full.key);
    }
}
