package cn.privlens.suite.setting_substring;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String name = "xx_android_id_yy".substring(3, 13);
        Settings.Secure.getString(getContentResolver(), name);
    }
}
