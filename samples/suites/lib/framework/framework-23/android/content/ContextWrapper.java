package android.content;

import android.content.pm.PackageManager;

/** Compile-only: the members of the framework class that the programs use, some newer than API 17. */
public class ContextWrapper extends Context {
    public ContextWrapper(Context base) {}

    protected void attachBaseContext(Context base) {}

    @Override
    public Object getSystemService(String name) {
        return null;
    }

    @Override
    public ContentResolver getContentResolver() {
        return null;
    }

    @Override
    public SharedPreferences getSharedPreferences(String name, int mode) {
        return null;
    }

    @Override
    public Context getApplicationContext() {
        return null;
    }

    @Override
    public String getPackageName() {
        return null;
    }

    @Override
    public PackageManager getPackageManager() {
        return null;
    }

    @Override
    public void startActivity(Intent intent) {}

    @Override
    public ComponentName startService(Intent intent) {
        return null;
    }

    @Override
    public int checkSelfPermission(String permission) {
        return 0;
    }
}
