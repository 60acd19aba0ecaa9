package cn.privlens.suite.view_keeps_step;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        NumberView view = new NumberView(this);
        view.setId(7);
        setContentView(view);
        if (state == null) {
            view.number = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        }
    }
}
