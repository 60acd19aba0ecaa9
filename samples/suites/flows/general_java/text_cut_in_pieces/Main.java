package cn.privlens.suite.text_cut_in_pieces;

import android.app.Activity;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private static final String PADDING = "0000000000000000000000";

    @Override
    protected void onResume() {
        super.onResume();
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        if (id == null) {
            return;
        }
        String shown = Pieces.cut(id, id.length());
        Log.i("pieces", shown);
    }
}
