package cn.privlens.suite.menu_starts_detail;

import android.app.Activity;
import android.content.Intent;
import android.telephony.TelephonyManager;
import android.view.Menu;

public class Main extends Activity {
    @Override
    public boolean onCreateOptionsMenu(Menu menu) {
        menu.add("open").setIntent(new Intent(this, Detail.class).putExtra("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId()));
        return true;
    }
}
