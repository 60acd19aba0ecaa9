package cn.privlens.suite.switch_told_state;

import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String[] choices = {((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId(), "none"};
        new AlertDialog.Builder(this).setItems(choices, (dialog, which) -> Log.i("suite", "" + which)).show();
    }
}
