package cn.privlens.suite.text_of_object;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Card card = new Card(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        Log.i("suite", "have " + card + " " + card.known());
    }
}
