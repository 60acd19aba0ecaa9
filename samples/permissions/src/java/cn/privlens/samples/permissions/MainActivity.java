package cn.privlens.samples.permissions;

import android.accounts.AccountManager;
import android.app.Activity;
import android.bluetooth.BluetoothAdapter;
import android.content.Context;
import android.database.Cursor;
import android.location.LocationManager;
import android.media.AudioRecord;
import android.os.Build;
import android.os.Bundle;
import android.provider.CalendarContract;
import android.provider.CallLog;
import android.provider.MediaStore;
import android.provider.Settings;
import android.telephony.TelephonyManager;
import cn.jpush.android.Helper;

/** One method for each verdict on a permission. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        calendar();
        Helper.init(this);
        microphone();
        callLog();
        images();
        bonded();
        scan();
        coarse();
        apps();
        number();
        identifiers();
    }

    /** Declared (twice) and used. */
    private Cursor calendar() {
        return getContentResolver()
                .query(CalendarContract.Events.CONTENT_URI, null, null, null, null);
    }

    /** Used and not declared. */
    private void microphone() {
        new AudioRecord(1, 44100, 16, 2, 4096).startRecording();
    }

    /** Used and not declared. */
    private Cursor callLog() {
        return getContentResolver().query(CallLog.Calls.CONTENT_URI, null, null, null, null);
    }

    /** One permission up to API 32, another from 33. */
    private Cursor images() {
        return getContentResolver()
                .query(MediaStore.Images.Media.EXTERNAL_CONTENT_URI, null, null, null, null);
    }

    /** One permission up to API 30, another from 31. */
    private int bonded() {
        return BluetoothAdapter.getDefaultAdapter().getBondedDevices().size();
    }

    /** From API 31 by a permission that promises not to derive positions. */
    private boolean scan() {
        return BluetoothAdapter.getDefaultAdapter().startDiscovery();
    }

    /** Coarse position, on the screen only. */
    private Object coarse() {
        return ((LocationManager) getSystemService(Context.LOCATION_SERVICE))
                .getLastKnownLocation("network");
    }

    private int apps() {
        return getPackageManager().getInstalledPackages(0).size();
    }

    /** By a permission that is declared for API 23 and above only. */
    private String number() {
        return ((TelephonyManager) getSystemService("phone")).getLine1Number();
    }

    /** With targetSdk 33 only the first one still gives a value on new systems. */
    private String identifiers() {
        return androidId() + imei() + serial() + oldSerial();
    }

    private String androidId() {
        return Settings.Secure.getString(getContentResolver(), "android_id");
    }

    private String imei() {
        return ((TelephonyManager) getSystemService("phone")).getImei();
    }

    private String serial() {
        return Build.getSerial();
    }

    private String oldSerial() {
        return Build.SERIAL;
    }

    /** Nothing calls this: the permission stands in the manifest for dead code. */
    private int accounts() {
        return AccountManager.get(this).getAccounts().length;
    }
}
