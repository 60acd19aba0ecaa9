package cn.privlens.suite.own_intent_read;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        startActivity(new Intent(this, Detail.class).putExtra("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId()));
    }
}
