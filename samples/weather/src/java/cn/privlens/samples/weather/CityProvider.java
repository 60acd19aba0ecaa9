package cn.privlens.samples.weather;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.content.pm.PackageInfo;
import android.content.pm.PackageManager;
import android.database.Cursor;
import android.database.MatrixCursor;
import android.net.Uri;

/** Gives the city list to this app's own searches; its onCreate runs before the application's. */
public class CityProvider extends ContentProvider {
    private String version = "";

    @Override
    public boolean onCreate() {
        try {
            // The app's own package: not a list of installed apps.
            PackageInfo own =
                    getContext().getPackageManager().getPackageInfo(getContext().getPackageName(), 0);
            version = own.versionName;
        } catch (PackageManager.NameNotFoundException impossible) {
            return false;
        }
        return true;
    }

    @Override
    public Cursor query(Uri uri, String[] columns, String where, String[] args, String order) {
        MatrixCursor cursor = new MatrixCursor(new String[] {"city", "version"});
        cursor.addRow(new Object[] {"𠮷林", version});
        return cursor;
    }

    @Override
    public String getType(Uri uri) {
        return null;
    }

    @Override
    public Uri insert(Uri uri, ContentValues values) {
        return null;
    }

    @Override
    public int delete(Uri uri, String where, String[] args) {
        return 0;
    }

    @Override
    public int update(Uri uri, ContentValues values, String where, String[] args) {
        return 0;
    }
}
