package cn.privlens.samples.features;

import android.content.ClipData;
import android.content.ClipboardManager;
import android.content.ContentValues;
import android.content.Context;
import android.net.Uri;
import android.net.wifi.WifiManager;
import android.os.Build;
import android.provider.CallLog;
import android.provider.Settings;
import cn.privlens.samples.features.near.TelephonyManager;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;

/** Code that looks like an access and is none. */
final class NearMisses {
    private NearMisses() {}

    static void run(Context context) {
        sameNames();
        version();
        setting(context);
        insertOnly(context);
        ownProvider(context);
        setters(context);
        mention();
        compared(Uri.EMPTY);
        ownFile(context);
        new SuperCall.Quiet().load(context);
    }

    private static String sameNames() {
        return new TelephonyManager().getDeviceId() + cn.privlens.samples.features.near.Build.SERIAL;
    }

    private static boolean version() {
        return Build.VERSION.SDK_INT >= 26;
    }

    private static String setting(Context context) {
        return Settings.Secure.getString(context.getContentResolver(), "adb_enabled");
    }

    private static void insertOnly(Context context) {
        ContentValues values = new ContentValues();
        values.put("number", "10086");
        context.getContentResolver().insert(CallLog.Calls.CONTENT_URI, values);
    }

    private static void ownProvider(Context context) {
        Uri notes = Uri.parse("content://cn.privlens.samples.features/sms");
        context.getContentResolver().query(notes, null, null, null, null);
    }

    private static void setters(Context context) {
        ((ClipboardManager) context.getSystemService("clipboard"))
                .setPrimaryClip(ClipData.newPlainText("名", "𠮷"));
        ((WifiManager) context.getSystemService("wifi")).setWifiEnabled(true);
    }

    private static String mention() {
        return "This app does not read the imei, the android id, contacts or 通讯录.";
    }

    private static boolean compared(Uri uri) {
        return uri.equals(android.provider.ContactsContract.Contacts.CONTENT_URI);
    }

    private static int ownFile(Context context) {
        try (FileInputStream in =
                new FileInputStream(new File(context.getFilesDir(), "sys/class/net/wlan0/address"))) {
            return in.read();
        } catch (IOException absent) {
            return 0;
        }
    }
}
