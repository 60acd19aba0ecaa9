package cn.privlens.suite.extras_left_in;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Starter(this).startActivity(new Intent(this, Detail.class).putExtra("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number()));
    }
}
