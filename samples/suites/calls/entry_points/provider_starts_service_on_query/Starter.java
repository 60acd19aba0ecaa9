package cn.privlens.suite.provider_starts_service_on_query;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.content.Intent;
import android.database.Cursor;
import android.net.Uri;

public class Starter extends ContentProvider {
    @Override
    public boolean onCreate() {
        return getContext() != null;
    }

    private void begin() {
        getContext().startService(new Intent(getContext(), Collect.class));
    }

    @Override
    public Cursor query(Uri uri, String[] columns, String where, String[] args, String order) {
        begin();
        return null;
    }

    @Override
    public Uri insert(Uri uri, ContentValues values) {
        return null;
    }

    @Override
    public int update(Uri uri, ContentValues values, String where, String[] args) {
        return 0;
    }

    @Override
    public int delete(Uri uri, String where, String[] args) {
        return 0;
    }

    @Override
    public String getType(Uri uri) {
        return null;
    }
}
