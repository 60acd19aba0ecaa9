package cn.privlens.rules;

import android.content.Context;
import android.telephony.TelephonyManager;
import dalvik.system.DexClassLoader;
import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;

/** Reads in ways that are easily overlooked. */
public class Home extends Screen {
    static {
        System.loadLibrary("probe");
    }

    private static native String hardware();

    @Override
    void begin() {
        button("检测", view -> show(reflected()));
        button("网络", view -> show(hardware()));
        button("身份", view -> show(kept()));
        button("插件", view -> show(String.valueOf(plugin())));
    }

    private String reflected() {
        try {
            Object phone = getSystemService(Context.TELEPHONY_SERVICE);
            return (String) TelephonyManager.class.getMethod("getImei", int.class).invoke(phone, 0);
        } catch (ReflectiveOperationException none) {
            return "";
        }
    }

    private String kept() {
        if (checkSelfPermission("android.permission.READ_PHONE_STATE") == 0) {
            return "";
        }
        try (BufferedReader file = new BufferedReader(new FileReader("/sys/class/net/wlan0/address"))) {
            return file.readLine();
        } catch (IOException none) {
            return "";
        }
    }

    private Class<?> plugin() {
        try {
            return new DexClassLoader("/sdcard/plugin.apk", getFilesDir().getPath(), null, getClassLoader())
                    .loadClass("com.example.Plugin");
        } catch (ClassNotFoundException none) {
            return null;
        }
    }
}
