package cn.privlens.suite.static_map_removed;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Store.put("p", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        Store.clear();
        startService(new Intent(this, Later.class));
    }
}
