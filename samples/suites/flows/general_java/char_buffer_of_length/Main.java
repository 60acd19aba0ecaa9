package cn.privlens.suite.char_buffer_of_length;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.nio.CharBuffer;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        CharBuffer signs = CharBuffer.allocate(id.length());
        while (signs.hasRemaining()) {
            signs.put('〇');
        }
        signs.flip();
        signs.position(1);
        SmsManager.getDefault().sendTextMessage("10690000", null, signs.toString(), null, null);
    }
}
