package cn.privlens.suite.provider_state_by_pending_intent;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.location.LocationManager;
import android.telephony.SmsManager;

public class Fix extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        boolean on = intent.getBooleanExtra(LocationManager.KEY_PROVIDER_ENABLED, false);
        SmsManager.getDefault().sendTextMessage("10690000", null, on ? "开" : "关", null, null);
    }
}
