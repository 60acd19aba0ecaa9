package cn.privlens.suite.merge_copies_text;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Cell { String text = "empty"; }
    static class Slot { Cell cell = new Cell(); }
    private final Slot left = new Slot();
    private final Slot right = new Slot();
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        if (Math.random() < 0.5) {
            right.cell.text = left.cell.text;
        }
        left.cell.text = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        Log.i("suite", right.cell.text);
    }
}
