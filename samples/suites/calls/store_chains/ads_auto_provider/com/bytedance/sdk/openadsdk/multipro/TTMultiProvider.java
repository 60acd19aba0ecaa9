package com.bytedance.sdk.openadsdk.multipro;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.database.Cursor;
import android.net.Uri;
import android.provider.Settings;

public class TTMultiProvider extends ContentProvider {
    @Override
    public boolean onCreate() {
        String id = Settings.Secure.getString(getContext().getContentResolver(), "android_id");
        return id != null;
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
