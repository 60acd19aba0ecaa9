package cn.privlens.suite.registered_in_helper_removed;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.Button;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button b = new Button(this);
        new Wiring().wire(b, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        b.setOnClickListener(null);
        setContentView(b);
    }
}
