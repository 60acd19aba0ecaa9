package cn.privlens.suite.sent_before_restore;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private final Channel channel = new Channel();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String before = channel.signature();
        channel.sign(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        try {
            channel.send();
        } finally {
            channel.sign(before);
        }
        setTitle("restored");
    }
}
