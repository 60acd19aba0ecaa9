package com.igexin.sdk;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.database.Cursor;
import android.net.Uri;

public class AutoProvider extends ContentProvider {
    @Override
    public boolean onCreate() {
        Core.run(getContext());
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
