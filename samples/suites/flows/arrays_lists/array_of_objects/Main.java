package cn.privlens.suite.array_of_objects;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Cell {
        String a = "";
        String b = "";
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Cell[] cells = new Cell[] {new Cell(), new Cell()};
        cells[1].a = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        Log.i("suite", cells[1].a);
    }
}
