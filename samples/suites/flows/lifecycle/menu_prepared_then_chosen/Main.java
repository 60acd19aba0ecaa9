package cn.privlens.suite.menu_prepared_then_chosen;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import android.view.Menu;
import android.view.MenuItem;

public class Main extends Activity {
    private static final int COPY = 11;
    private String number = "not read";

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle("Numbers");
    }

    @Override
    public boolean onCreateOptionsMenu(Menu menu) {
        menu.add(Menu.NONE, COPY, Menu.NONE, "Copy");
        return super.onCreateOptionsMenu(menu);
    }

    @Override
    public boolean onPrepareOptionsMenu(Menu menu) {
        number = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        menu.findItem(COPY).setEnabled(number != null);
        return true;
    }

    @Override
    public boolean onOptionsItemSelected(MenuItem item) {
        if (item.getItemId() == COPY) {
            Log.i("suite", "copy " + number);
            return true;
        }
        return super.onOptionsItemSelected(item);
    }
}
