package cn.privlens.suite.layout_on_click_other_name;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.view.View;

public class Main extends Activity {
    private String id;
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.main);
        id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
    public void submit(View view) {
        SmsManager.getDefault().sendTextMessage("10690000", null, id, null, null);
    }
    public void cancel(View view) {
        finish();
    }
}
