package cn.privlens.suite.arguments_passed_on;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        note("%s %s", getPackageName(), ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
    }

    private static void note(String form, Object... args) {
        write(form, args);
    }

    private static void write(String form, Object... args) {
        Log.i("suite", String.format(form, args));
    }
}
