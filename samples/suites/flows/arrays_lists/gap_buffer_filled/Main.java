package cn.privlens.suite.gap_buffer_filled;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Buffer buffer = new Buffer();
        buffer.renew();
        buffer.type(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        buffer.type("完");
        Wire.send(buffer.toString());
    }
}
