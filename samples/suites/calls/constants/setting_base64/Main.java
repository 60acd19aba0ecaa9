package cn.privlens.suite.setting_base64;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Base64;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String name = new String(Base64.decode("YW5kcm9pZF9pZA==", 0));
        Settings.Secure.getString(getContentResolver(), name);
    }
}
