package cn.privlens.suite.command_line_constant;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.io.IOException;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        try {
            Runtime.getRuntime().exec(new String[] {"curl", "-d", "id=0", "https://cmd.example.com/"});
        } catch (IOException e) {
            setTitle(Integer.toString(id.length()));
        }
    }
}
