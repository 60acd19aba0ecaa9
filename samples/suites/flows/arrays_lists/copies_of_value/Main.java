package cn.privlens.suite.copies_of_value;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.Collections;
import java.util.List;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String tel = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        List<String> parts = Collections.nCopies(3, tel);
        StringBuilder b = new StringBuilder();
        for (String part : parts) {
            b.append(part).append('|');
        }
        Log.v("copies", b.toString());
    }
}
