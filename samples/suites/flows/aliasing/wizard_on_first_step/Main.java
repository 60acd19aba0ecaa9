package cn.privlens.suite.wizard_on_first_step;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Wizard w = new Wizard();
        w.answer("同意");
        w.next();
        w.answer(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        Log.i("wizard", w.first().answer);
    }
}
