package cn.privlens.suite.gap_buffer_renewed;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Buffer buffer = new Buffer();
        buffer.type(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        buffer.renew();
        buffer.type("完");
        Wire.send(buffer.toString());
    }
}
