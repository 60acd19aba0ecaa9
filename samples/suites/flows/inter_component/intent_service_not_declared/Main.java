package cn.privlens.suite.intent_service_not_declared;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent i = new Intent(this, Work.class);
        i.putExtra("who", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        startService(i);
    }
}
