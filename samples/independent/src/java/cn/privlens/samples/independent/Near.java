package cn.privlens.samples.independent;

import android.bluetooth.BluetoothAdapter;
import android.content.ClipData;
import android.content.ClipboardManager;
import android.content.Context;
import android.telephony.TelephonyManager;
import cn.privlens.samples.independent.own.ClipboardManagers;
import cn.privlens.samples.independent.own.Settings;
import cn.privlens.samples.independent.own.WifiInfo;
import java.util.Locale;
import java.util.UUID;

/** Code that looks like a read and is none. */
final class Near {
    private static String imei = "未知";

    private Near() {}

    static void run(Context context) {
        sameNames(context);
        setters(context);
        kind(context);
        locale();
        made(context);
        enabled();
        fields(new Form());
        quiet(context);
    }

    private static String sameNames(Context context) {
        return Settings.Secure.getString(context, "android_id")
                + new WifiInfo().getSSID()
                + new WifiInfo().getMacAddress()
                + new ClipboardManagers().getPrimaryClip();
    }

    private static void setters(Context context) {
        ((ClipboardManager) context.getSystemService("clipboard"))
                .setPrimaryClip(ClipData.newPlainText("邀请码", "𠮷123"));
    }

    /** Whether there is a phone at all. */
    private static boolean kind(Context context) {
        return ((TelephonyManager) context.getSystemService("phone")).getPhoneType() == 0;
    }

    private static boolean locale() {
        return Locale.getDefault().equals(Locale.SIMPLIFIED_CHINESE);
    }

    /** An identifier that the app makes up for itself. */
    private static void made(Context context) {
        context.getSharedPreferences("安装", 0)
                .edit()
                .putString("imei", UUID.randomUUID().toString())
                .apply();
    }

    private static boolean enabled() {
        BluetoothAdapter adapter = BluetoothAdapter.getDefaultAdapter();
        return adapter != null && adapter.isEnabled();
    }

    private static String fields(Form form) {
        form.setDeviceId("手填");
        imei = form.getDeviceId();
        return imei;
    }

    /** A class above it reads; this override does not, and nothing makes the class above. */
    private static String quiet(Context context) {
        Loud quiet = new Quiet();
        return quiet.read(context);
    }

    /** What the user typed into a form. */
    static final class Form {
        private String deviceId;

        void setDeviceId(String value) {
            deviceId = value;
        }

        String getDeviceId() {
            return deviceId;
        }
    }

    static class Loud {
        String read(Context context) {
            return ((TelephonyManager) context.getSystemService("phone")).getDeviceId();
        }
    }

    static final class Quiet extends Loud {
        @Override
        String read(Context context) {
            return "静";
        }
    }
}
