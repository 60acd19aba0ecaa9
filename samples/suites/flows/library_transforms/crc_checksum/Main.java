package cn.privlens.suite.crc_checksum;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        CRC32 crc = new CRC32();
        String value = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        if (value != null) {
            crc.update(value.getBytes(StandardCharsets.UTF_8));
        }
        crc.update("salt".getBytes(StandardCharsets.UTF_8));
        Log.i("crc", Long.toHexString(crc.getValue()));
    }
}
