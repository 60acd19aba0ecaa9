package cn.privlens.suite.memento_of_empty_form;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Form form = new Form();
        Form.Memento kept = form.save();
        form.enter(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        form.restore(kept);
        SmsManager.getDefault().sendTextMessage("10690000", null, form.text(), null, null);
    }
}
