package cn.privlens.suite.array_kept_as_clone;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String[] cells = {"a", "b"};
        Holder h = new Holder(cells);
        cells[1] = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        SmsManager.getDefault().sendTextMessage("10690000", null, h.text(), null, null);
    }
}
