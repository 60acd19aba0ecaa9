package cn.privlens.suite.provider_told_in_path_kind;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.database.Cursor;
import android.net.Uri;
import android.util.Log;
import java.util.List;

public class Cards extends ContentProvider {
    @Override
    public boolean onCreate() { return true; }
    @Override
    public int delete(Uri uri, String where, String[] args) {
        List<String> parts = uri.getPathSegments();
        Log.i("suite", parts.get(0));
        return 1;
    }
    @Override
    public Cursor query(Uri uri, String[] columns, String where, String[] args, String order) { return null; }
    @Override
    public Uri insert(Uri uri, ContentValues values) { return null; }
    @Override
    public int update(Uri uri, ContentValues values, String where, String[] args) { return 0; }
    @Override
    public String getType(Uri uri) { return null; }
}
