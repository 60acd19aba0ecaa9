package cn.privlens.suite.two_activities_static;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Second().value = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        startActivity(new Intent(this, Second.class));
    }
}
