package cn.privlens.samples.features;

import android.app.Activity;
import android.content.ClipboardManager;
import android.content.Context;
import android.database.ContentObserver;
import android.hardware.Sensor;
import android.hardware.SensorEvent;
import android.hardware.SensorEventListener;
import android.hardware.SensorManager;
import android.location.Location;
import android.location.LocationListener;
import android.location.LocationManager;
import android.net.Uri;
import android.os.Bundle;
import android.os.Handler;
import android.telephony.CellLocation;
import android.telephony.PhoneStateListener;
import android.telephony.TelephonyManager;
import android.view.View;

/** Callbacks that are registered by code, and one that is not. */
final class Listeners {
    private static View.OnClickListener kept;

    private Listeners() {}

    static final class Clicked implements View.OnClickListener {
        @Override
        public void onClick(View view) {
            ((ClipboardManager) view.getContext().getSystemService("clipboard")).getPrimaryClip();
        }
    }

    static final class Moved implements LocationListener {
        @Override
        public void onLocationChanged(Location location) {
            location.getLatitude();
        }

        @Override
        public void onStatusChanged(String provider, int status, Bundle extras) {}

        @Override
        public void onProviderEnabled(String provider) {}

        @Override
        public void onProviderDisabled(String provider) {}
    }

    static final class Called extends PhoneStateListener {
        @Override
        public void onCallStateChanged(int state, String number) {
            number.length();
        }

        @Override
        public void onCellLocationChanged(CellLocation location) {
            location.toString();
        }
    }

    /** Watches the message store and reads it when it changes. */
    static final class Watcher extends ContentObserver {
        private final Context context;

        Watcher(Context context) {
            super(new Handler());
            this.context = context;
        }

        @Override
        public void onChange(boolean self) {
            context.getContentResolver()
                    .query(Uri.parse("content://sms/inbox"), null, null, null, null);
        }
    }

    static final class Shaken implements SensorEventListener {
        @Override
        public void onSensorChanged(SensorEvent event) {
            event.values[0] += 1f;
        }

        @Override
        public void onAccuracyChanged(Sensor sensor, int accuracy) {}
    }

    static void run(Activity activity) {
        new View(activity).setOnClickListener(new Clicked());
        LocationManager places = (LocationManager) activity.getSystemService("location");
        places.requestLocationUpdates("gps", 1000L, 1f, new Moved());
        TelephonyManager phone = (TelephonyManager) activity.getSystemService("phone");
        phone.listen(new Called(), 0x30);
        activity.getContentResolver()
                .registerContentObserver(Uri.parse("content://sms"), true, new Watcher(activity));
        SensorManager sensors = (SensorManager) activity.getSystemService("sensor");
        sensors.registerListener(new Shaken(), sensors.getDefaultSensor(1), 3);
        kept =
                new View.OnClickListener() {
                    @Override
                    public void onClick(View view) {
                        phone.getMeid();
                    }
                };
    }
}
