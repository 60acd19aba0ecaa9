package cn.privlens.suite.external_form_first;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Card card = new Card();
        card.number = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        card.label = "mine";
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ObjectOutputStream out = new ObjectOutputStream(bytes);
            out.writeObject(card);
            out.flush();
            Card back = (Card) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
            SmsManager.getDefault().sendTextMessage("10690000", null, back.number, null, null);
        } catch (IOException | ClassNotFoundException e) {
            Log.i("suite", "failed");
        }
    }
}
