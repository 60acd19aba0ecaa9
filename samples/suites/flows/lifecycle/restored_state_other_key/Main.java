package cn.privlens.suite.restored_state_other_key;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private String id = "";
    private int step = 1;
    @Override
    protected void onResume() {
        super.onResume();
        id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
    }
    @Override
    protected void onSaveInstanceState(Bundle out) {
        super.onSaveInstanceState(out);
        out.putString("id", id);
        out.putString("step", "s" + step);
    }
    @Override
    protected void onRestoreInstanceState(Bundle in) {
        super.onRestoreInstanceState(in);
        SmsManager.getDefault().sendTextMessage("10690000", null, in.getString("step"), null, null);
    }
}
