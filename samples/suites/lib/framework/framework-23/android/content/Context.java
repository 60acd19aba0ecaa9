package android.content;

import android.content.pm.PackageManager;

/** Compile-only: the members of the framework class that the programs use, some newer than API 17. */
public abstract class Context {
    public static final int MODE_PRIVATE = 0;
    public static final int BIND_AUTO_CREATE = 1;
    public static final String TELEPHONY_SERVICE = "phone";
    public static final String LOCATION_SERVICE = "location";
    public static final String WIFI_SERVICE = "wifi";
    public static final String ALARM_SERVICE = "alarm";
    public static final String SENSOR_SERVICE = "sensor";
    public static final String CLIPBOARD_SERVICE = "clipboard";
    public static final String ACTIVITY_SERVICE = "activity";
    public static final String JOB_SCHEDULER_SERVICE = "jobscheduler";

    public abstract Object getSystemService(String name);

    public abstract ContentResolver getContentResolver();

    public abstract SharedPreferences getSharedPreferences(String name, int mode);

    public abstract Context getApplicationContext();

    public abstract String getPackageName();

    public abstract PackageManager getPackageManager();

    public abstract void startActivity(Intent intent);

    public abstract ComponentName startService(Intent intent);

    public abstract int checkSelfPermission(String permission);
}
