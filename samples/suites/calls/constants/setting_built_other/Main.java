package cn.privlens.suite.setting_built_other;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String name = new StringBuilder().append("andro").append("id_").append("idx").toString();
        Settings.Secure.getString(getContentResolver(), name);
    }
}
