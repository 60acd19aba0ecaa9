package cn.privlens.suite.cell_location;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.telephony.gsm.GsmCellLocation;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TelephonyManager t = (TelephonyManager) getSystemService(TELEPHONY_SERVICE);
        GsmCellLocation g = (GsmCellLocation) t.getCellLocation();
        Log.i("suite", g.getCid() + "/" + g.getLac());
    }
}
