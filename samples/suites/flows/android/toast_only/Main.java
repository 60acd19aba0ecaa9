package cn.privlens.suite.toast_only;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.Toast;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        Toast.makeText(this, id, Toast.LENGTH_SHORT).show();
    }
}
