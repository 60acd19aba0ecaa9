package cn.privlens.suite.own_texts_by_other_key;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Texts texts = new Texts(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        Log.i("texts", texts.getString("title"));
    }
}
