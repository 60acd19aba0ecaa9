package cn.privlens.suite.options_menu;

import android.app.Activity;
import android.provider.Settings;
import android.view.MenuItem;

public class Main extends Activity {
    @Override
    public boolean onOptionsItemSelected(MenuItem item) {
        Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        return true;
    }
}
