package cn.privlens.suite.menu_created;

import android.app.Activity;
import android.provider.Settings;
import android.view.Menu;

public class Main extends Activity {
    @Override
    public boolean onCreateOptionsMenu(Menu menu) {
        Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        return true;
    }
}
