package com.igexin.sdk;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public abstract class GetuiActivity extends Activity {
    private String number;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        number = number();
    }

    protected String number() {
        return ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }

    protected final boolean known() {
        return number != null;
    }
}
