package cn.privlens.suite.provider_other_column;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.database.Cursor;
import android.net.Uri;
import android.util.Log;

public class Notes extends ContentProvider {
    @Override
    public boolean onCreate() { return true; }
    @Override
    public Uri insert(Uri uri, ContentValues values) {
        Log.i("suite", "insert " + values.getAsString("title"));
        return uri;
    }
    @Override
    public Cursor query(Uri u, String[] p, String s, String[] a, String o) { return null; }
    @Override
    public int update(Uri u, ContentValues v, String s, String[] a) { return 0; }
    @Override
    public int delete(Uri u, String s, String[] a) { return 0; }
    @Override
    public String getType(Uri u) { return null; }
}
