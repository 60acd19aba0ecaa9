package cn.privlens.samples.independent;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.location.Location;
import android.location.LocationManager;

/** Gets the position that the pending intent of {@link Places} asks for. */
public class PlaceReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        Location place = intent.getParcelableExtra(LocationManager.KEY_LOCATION_CHANGED);
        System.out.println(place.getLatitude());
    }
}
