package io.sentry.android.core;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.content.pm.PackageManager;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;

public class SentryInitProvider extends ContentProvider {
    @Override
    public boolean onCreate() {
        Bundle meta;
        try {
            meta = getContext().getPackageManager().getApplicationInfo(getContext().getPackageName(), 128).metaData;
        } catch (PackageManager.NameNotFoundException e) {
            return false;
        }
        if (meta.getBoolean("io.sentry.auto-init", true)) {
            new RootChecker(getContext()).probe();
        }
        return true;
    }
    @Override
    public Cursor query(Uri u, String[] p, String s, String[] a, String o) { return null; }
    @Override
    public Uri insert(Uri u, ContentValues v) { return null; }
    @Override
    public int update(Uri u, ContentValues v, String s, String[] a) { return 0; }
    @Override
    public int delete(Uri u, String s, String[] a) { return 0; }
    @Override
    public String getType(Uri u) { return null; }
}
