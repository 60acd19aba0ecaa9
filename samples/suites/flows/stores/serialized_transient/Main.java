package cn.privlens.suite.serialized_transient;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

public class Main extends Activity {
    static class State implements Serializable {
        transient String id;
        int n;
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            State s = new State();
            s.id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
            ObjectOutputStream out = new ObjectOutputStream(openFileOutput("s.bin", MODE_PRIVATE));
            out.writeObject(s);
            out.close();
            State r = (State) new ObjectInputStream(openFileInput("s.bin")).readObject();
            SmsManager.getDefault().sendTextMessage("10690000", null, "id " + r.id, null, null);
        } catch (Exception e) {
            Log.w("suite", "io");
        }
    }
}
