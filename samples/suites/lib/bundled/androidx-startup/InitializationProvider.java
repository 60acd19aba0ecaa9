package androidx.startup;

import android.content.ComponentName;
import android.content.ContentProvider;
import android.content.ContentValues;
import android.content.pm.PackageManager;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;

/** Stands for the library's class: same name and members, a body of our own. */
public class InitializationProvider extends ContentProvider {
    @Override
    public boolean onCreate() {
        try {
            PackageManager packages = getContext().getPackageManager();
            ComponentName name = new ComponentName(getContext(), getClass());
            Bundle values = packages.getProviderInfo(name, PackageManager.GET_META_DATA).metaData;
            for (String key : values.keySet()) {
                if ("androidx.startup".equals(values.getString(key))) {
                    Class<?> found = Class.forName(key);
                    if (Initializer.class.isAssignableFrom(found)) {
                        ((Initializer<?>) found.newInstance()).create(getContext());
                    }
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return true;
    }

    @Override
    public Cursor query(Uri u, String[] p, String s, String[] a, String o) {
        return null;
    }

    @Override
    public Uri insert(Uri u, ContentValues v) {
        return null;
    }

    @Override
    public int update(Uri u, ContentValues v, String s, String[] a) {
        return 0;
    }

    @Override
    public int delete(Uri u, String s, String[] a) {
        return 0;
    }

    @Override
    public String getType(Uri u) {
        return null;
    }
}
