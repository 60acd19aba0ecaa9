package cn.privlens.suite.application_map_key;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        App app = (App) getApplication();
        app.shared.put("line", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        app.shared.put("lang", "zh");
        startActivity(new Intent(this, Second.class));
    }
}
