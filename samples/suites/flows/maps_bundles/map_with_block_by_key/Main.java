package cn.privlens.suite.map_with_block_by_key;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.HashMap;
import java.util.Map;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String number = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        Map<String, String> fields = new HashMap<String, String>() {
            {
                put("tel", number);
                put("os", "android");
            }
        };
        Log.i("fields", fields.get("tel"));
    }
}
