package cn.privlens.suite.agree_or_skip_opens_main;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
    }
}
