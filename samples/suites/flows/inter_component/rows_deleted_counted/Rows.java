package cn.privlens.suite.rows_deleted_counted;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.database.Cursor;
import android.net.Uri;
import android.util.Log;

public class Rows extends ContentProvider {
    @Override
    public boolean onCreate() { return true; }
    @Override
    public Uri insert(Uri uri, ContentValues values) { return null; }
    @Override
    public Cursor query(Uri uri, String[] columns, String where, String[] args, String order) { return null; }
    @Override
    public int update(Uri uri, ContentValues values, String where, String[] args) { return 0; }
    @Override
    public int delete(Uri uri, String where, String[] args) {
        Log.i("suite", where);
        return 1;
    }
    @Override
    public String getType(Uri uri) { return null; }
}
