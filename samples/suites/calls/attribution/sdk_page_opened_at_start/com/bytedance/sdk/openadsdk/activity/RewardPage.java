package com.bytedance.sdk.openadsdk.activity;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class RewardPage extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String slot = getIntent().getStringExtra("slot");
        setTitle(slot);
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
}
