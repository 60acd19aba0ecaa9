package cn.privlens.suite.weak_update_maybe_alias;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Cell { String text; }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Cell real = new Cell();
        Cell spare = new Cell();
        real.text = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        Cell other = System.nanoTime() % 2 == 0 ? real : spare;
        other.text = "cleared";
        Log.i("suite", "cell " + real.text);
    }
}
