package cn.privlens.suite.implicit_action;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent intent = new Intent("cn.example.action.SHOW");
        intent.setPackage(getPackageName());
        intent.putExtra("phone", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        startActivity(intent);
    }
}
